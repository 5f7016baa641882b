package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Installations;
import dev.sallyport.application.port.out.InstallationsContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcInstallationsOnPostgresTest extends InstallationsContract {
  @RegisterExtension final Databases databases = new Databases();

  @Override
  protected Installations installations() {
    return new JdbcInstallations(databases.postgres());
  }
}
