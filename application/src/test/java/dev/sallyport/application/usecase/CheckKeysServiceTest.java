package dev.sallyport.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.fake.InMemoryKeyChecks;
import dev.sallyport.application.fake.InMemoryKeyRing;
import dev.sallyport.application.port.in.CheckKeys;
import dev.sallyport.application.port.out.KeyRing;
import dev.sallyport.domain.vault.KeyStanding;
import dev.sallyport.domain.vault.KeyUse;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A check of the keys")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckKeysServiceTest {
  private final InMemoryKeyRing ring = new InMemoryKeyRing();
  private final InMemoryKeyChecks checks = new InMemoryKeyChecks();
  private final CheckKeys check = new CheckKeysService(ring, checks);

  @Test
  void is_sound_on_an_unused_database_and_ever_after() {
    assertThat(check.check()).isInstanceOf(KeyStanding.Sound.class).isEqualTo(check.check());
  }

  @Test
  void is_sound_after_the_ring_grew() {
    check.check();
    ring.add(Set.of(KeyUse.SERVER));

    assertThat(check.check()).isInstanceOf(KeyStanding.Sound.class);
  }

  @Test
  void finds_the_keys_that_another_ring_lacks() {
    check.check();

    assertThat(new CheckKeysService(new InMemoryKeyRing(), checks).check())
        .isInstanceOfSatisfying(
            KeyStanding.Lacking.class, lacking -> assertThat(lacking.unknown()).hasSize(2));
  }

  @Test
  void repeats_what_is_wrong_with_the_ring_and_stores_nothing() {
    ring.breaks(new KeyRing.State.Unusable("it is open to all", "close it"));

    assertThat(check.check()).isEqualTo(new KeyStanding.Unusable("it is open to all", "close it"));
    assertThat(new CheckKeysService(new InMemoryKeyRing(), checks).check())
        .isInstanceOf(KeyStanding.Sound.class);
  }

  @Test
  void cannot_be_made_while_the_database_is_away() {
    checks.goesAway();

    assertThatThrownBy(check::check).isInstanceOf(Unavailable.class);
  }
}
