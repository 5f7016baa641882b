package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.ChangesContract;
import dev.sallyport.application.port.out.UnitOfWork;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryChangesTest extends ChangesContract {
  private final InMemoryChanges changes = new InMemoryChanges();
  private final UnitOfWork units = new InMemoryUnitOfWork(changes);

  @Override
  protected Changes changes() {
    return changes;
  }

  @Override
  protected Changes elsewhere() {
    return changes;
  }

  @Override
  protected UnitOfWork units() {
    return units;
  }

  @Override
  protected void listen() {
    changes.beHeard();
  }

  @Override
  protected void silence() {
    changes.fallSilent();
  }
}
