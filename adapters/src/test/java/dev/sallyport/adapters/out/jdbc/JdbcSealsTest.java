package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Leases;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Seals;
import dev.sallyport.application.port.out.SealsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcSealsTest extends SealsContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  private Database database;

  @BeforeEach
  void open() {
    database = databases.h2(folder);
  }

  @Override
  protected Ledger ledger() {
    return new JdbcLedger(database);
  }

  @Override
  protected Seals seals() {
    return new JdbcSeals(database);
  }

  @Override
  protected Leases leases() {
    return new JdbcLeases(database, clock);
  }
}
