package dev.sallyport.adapters.out.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcChangesOnPostgresTest extends JdbcChangesContract {
  @RegisterExtension final Databases databases = new Databases();

  @Override
  protected Database open() {
    return databases.postgres();
  }
}
