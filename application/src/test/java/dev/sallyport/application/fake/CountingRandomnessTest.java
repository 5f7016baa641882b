package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.RandomnessContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class CountingRandomnessTest extends RandomnessContract {
  @Override
  protected Randomness randomness() {
    return new CountingRandomness();
  }
}
