package dev.sallyport.adapters.out.jdbc;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcUnitOfWorkOnPostgresTest extends JdbcUnitsContract {
  @RegisterExtension final Databases databases = new Databases();

  @Override
  protected Database open() {
    return databases.postgres();
  }

  @Override
  protected Product product() {
    return Product.POSTGRESQL;
  }
}
