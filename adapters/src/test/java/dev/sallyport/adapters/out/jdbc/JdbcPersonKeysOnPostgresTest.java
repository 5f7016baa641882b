package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.PersonKeysContract;
import dev.sallyport.application.port.out.Vault;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcPersonKeysOnPostgresTest extends PersonKeysContract {
  @RegisterExtension final Databases databases = new Databases();

  @Override
  protected PersonKeys personKeys(Vault vault) {
    return new JdbcPersonKeys(databases.postgres(), vault, new SettableClock(Instant.EPOCH));
  }
}
