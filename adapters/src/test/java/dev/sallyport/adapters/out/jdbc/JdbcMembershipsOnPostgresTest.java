package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.MembershipsContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcMembershipsOnPostgresTest extends MembershipsContract {
  @RegisterExtension final Databases databases = new Databases();

  private final Memberships memberships =
      databases.storesOnPostgres().getBean(JdbcMemberships.class);

  @Override
  protected Memberships memberships() {
    return memberships;
  }
}
