package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.KeyChecks;
import dev.sallyport.application.port.out.KeyChecksContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcKeyChecksOnPostgresTest extends KeyChecksContract {
  @RegisterExtension final Databases databases = new Databases();

  @Override
  protected KeyChecks keyChecks() {
    return new JdbcKeyChecks(databases.postgres());
  }
}
