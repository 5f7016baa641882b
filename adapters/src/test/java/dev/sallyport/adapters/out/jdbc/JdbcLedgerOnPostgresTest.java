package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.LedgerContract;
import dev.sallyport.application.port.out.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcLedgerOnPostgresTest extends LedgerContract {
  @RegisterExtension final Databases databases = new Databases();

  private Database database;

  @BeforeEach
  void open() {
    database = databases.postgres();
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
