package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Leases;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Seals;
import dev.sallyport.application.port.out.SealsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemorySealsTest extends SealsContract {
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryLeases leases = new InMemoryLeases(clock);
  private final Seals seals = new InMemorySeals(ledger, leases);

  @Override
  protected Ledger ledger() {
    return ledger;
  }

  @Override
  protected Seals seals() {
    return seals;
  }

  @Override
  protected Leases leases() {
    return leases;
  }
}
