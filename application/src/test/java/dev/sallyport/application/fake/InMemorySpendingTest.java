package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Spending;
import dev.sallyport.application.port.out.SpendingContract;
import dev.sallyport.application.port.out.UnitOfWork;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemorySpendingTest extends SpendingContract {
  private final InMemorySpending spending = new InMemorySpending();
  private final UnitOfWork units = new InMemoryUnitOfWork(spending);

  @Override
  protected Spending spending() {
    return spending;
  }

  @Override
  protected UnitOfWork units() {
    return units;
  }
}
