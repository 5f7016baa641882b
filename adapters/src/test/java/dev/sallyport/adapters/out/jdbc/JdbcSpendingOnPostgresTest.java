package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Spending;
import dev.sallyport.application.port.out.SpendingContract;
import dev.sallyport.application.port.out.UnitOfWork;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL,")
class JdbcSpendingOnPostgresTest extends SpendingContract {
  @Override
  protected Spending spending() {
    return new JdbcSpending(SharedDatabase.postgres());
  }

  @Override
  protected UnitOfWork units() {
    return new JdbcUnitOfWork(SharedDatabase.postgres());
  }
}
