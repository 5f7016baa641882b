package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.LedgerContract;
import dev.sallyport.application.port.out.UnitOfWork;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcLedgerTest extends LedgerContract {
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
  protected UnitOfWork units() {
    return new JdbcUnitOfWork(database);
  }
}
