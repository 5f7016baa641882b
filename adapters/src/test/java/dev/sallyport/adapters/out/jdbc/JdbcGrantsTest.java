package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.GrantsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On H2,")
class JdbcGrantsTest extends GrantsContract {
  @Override
  protected Grants grants() {
    return new JdbcGrants(SharedDatabase.h2());
  }
}
