package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.ApiKeys;
import dev.sallyport.application.port.out.ApiKeysContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On H2,")
class JdbcApiKeysTest extends ApiKeysContract {
  @Override
  protected ApiKeys keys() {
    return new JdbcApiKeys(SharedDatabase.h2());
  }
}
