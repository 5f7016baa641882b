package dev.sallyport.domain.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The standing of a ring")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyStandingTest {
  private static final KeyId ONE = new KeyId("0000000000000001");
  private static final KeyId TWO = new KeyId("0000000000000002");

  private final List<RingKey> ring = List.of(key(ONE), key(TWO));

  @Test
  void is_sound_when_it_holds_every_key_that_was_used() {
    assertThat(KeyStanding.of(ring, List.of(check(TWO, 2)))).isEqualTo(new KeyStanding.Sound(ring));
  }

  @Test
  void is_lacking_when_a_key_was_used_that_it_does_not_hold() {
    assertThat(KeyStanding.of(List.of(key(ONE)), List.of(check(ONE, 1), check(TWO, 2))))
        .isEqualTo(new KeyStanding.Lacking(List.of(TWO)));
  }

  @Test
  void is_differing_when_a_key_is_not_the_one_that_was_used() {
    assertThat(KeyStanding.of(ring, List.of(check(ONE, 1), check(TWO, 3))))
        .isEqualTo(new KeyStanding.Differing(List.of(TWO)));
  }

  private static RingKey key(KeyId id) {
    return new RingKey(KeyUse.SERVER, Optional.empty(), true, check(id, id.bytes()[7]));
  }

  private static KeyCheck check(KeyId id, int value) {
    return new KeyCheck(id, Bytes.of(new byte[] {(byte) value}));
  }
}
