package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.OrganizationsContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcOrganizationsOnPostgresTest extends OrganizationsContract {
  @RegisterExtension final Databases databases = new Databases();

  private final Organizations organizations =
      databases.storesOnPostgres().getBean(JdbcOrganizations.class);

  @Override
  protected Organizations organizations() {
    return organizations;
  }
}
