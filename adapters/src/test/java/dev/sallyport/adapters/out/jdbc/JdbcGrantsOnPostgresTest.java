package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.GrantsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL,")
class JdbcGrantsOnPostgresTest extends GrantsContract {
  @Override
  protected Grants grants() {
    return new JdbcGrants(SharedDatabase.postgres());
  }
}
