package dev.sallyport.adapters.out.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.KeyRing;
import dev.sallyport.application.port.out.KeyRing.Addition;
import dev.sallyport.application.port.out.KeyRingContract;
import dev.sallyport.domain.vault.KeyUse;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of keys that are settings,")
class GivenKeyRingTest extends KeyRingContract {
  @Override
  protected KeyRing keyRing() {
    return Rings.given(3, 1, 2);
  }

  @Test
  void the_same_settings_are_the_same_ring_on_every_instance() {
    assertThat(keysOf(Rings.given(1))).isEqualTo(keysOf(Rings.given(1)));
  }

  @Test
  void only_whoever_sets_them_can_add_one() {
    assertThat(keyRing().add(Set.of(KeyUse.SERVER))).isEqualTo(new Addition.Given());
  }

  @Test
  void the_one_that_is_set_as_the_server_key_is_the_current_one() {
    assertThat(Rings.given(3, 1, 2).ring().currentServer().id())
        .isEqualTo(Rings.given(3).ring().currentServer().id());
  }
}
