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
    Database database = databases.postgres();
    // who races must not be the first to come: they would wait for its migration
    database.inSystem(_ -> database);
    return new JdbcPersonKeys(database, vault, new SettableClock(Instant.EPOCH));
  }
}
