package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.ApiKeys;
import dev.sallyport.application.port.out.ApiKeysContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryApiKeysTest extends ApiKeysContract {
  private final InMemoryApiKeys keys = new InMemoryApiKeys();

  @Override
  protected ApiKeys keys() {
    return keys;
  }
}
