package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.LedgerContract;
import dev.sallyport.application.port.out.UnitOfWork;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryLedgerTest extends LedgerContract {
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final UnitOfWork units = new InMemoryUnitOfWork(ledger);

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Override
  protected UnitOfWork units() {
    return units;
  }
}
