package dev.sallyport.adapters.out.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.Peppers;
import dev.sallyport.application.port.out.PeppersContract;
import dev.sallyport.domain.secret.Secret;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Peppered by the ring,")
class RingPeppersTest extends PeppersContract {
  @Override
  protected Peppers before() {
    return new RingPeppers(Rings.given(1));
  }

  @Override
  protected Peppers after() {
    return new RingPeppers(Rings.given(2, 1));
  }

  @Test
  void a_secret_has_another_hash_on_every_server() {
    assertThat(new RingPeppers(Rings.given(3)).hashes("purpose", Secret.of("sesame")))
        .doesNotContainAnyElementsOf(before().hashes("purpose", Secret.of("sesame")));
  }

  // stored hashes have to be found by every later version
  @Test
  void a_hash_is_the_same_in_every_version() {
    assertThat(before().hashes("API key", Secret.of("sesame")).getFirst().hex())
        .isEqualTo("fa873b0f17e78f55966655656be8909adf148b0ffd5f8e4190cf24469057751b");
  }
}
