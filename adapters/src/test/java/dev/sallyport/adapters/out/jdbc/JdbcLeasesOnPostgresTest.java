package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Leases;
import dev.sallyport.application.port.out.LeasesContract;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcLeasesOnPostgresTest extends LeasesContract {
  @RegisterExtension final Databases databases = new Databases();

  @Override
  protected Leases leases(InstantSource clock) {
    return new JdbcLeases(databases.postgres(), clock);
  }
}
