package dev.sallyport.adapters.out.random;

import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.RandomnessContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("From the operating system,")
class SecureRandomnessTest extends RandomnessContract {
  @Override
  protected Randomness randomness() {
    return new SecureRandomness();
  }
}
