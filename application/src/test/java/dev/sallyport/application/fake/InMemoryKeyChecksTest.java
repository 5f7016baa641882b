package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.KeyChecks;
import dev.sallyport.application.port.out.KeyChecksContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryKeyChecksTest extends KeyChecksContract {
  @Override
  protected KeyChecks keyChecks() {
    return new InMemoryKeyChecks();
  }
}
