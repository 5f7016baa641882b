package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.KeyRing;
import dev.sallyport.application.port.out.KeyRingContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryKeyRingTest extends KeyRingContract {
  @Override
  protected KeyRing keyRing() {
    return new InMemoryKeyRing();
  }
}
