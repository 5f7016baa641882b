package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.AccountsContract;
import dev.sallyport.application.port.out.Changes;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryAccountsTest extends AccountsContract {
  private final Changes changes = new InMemoryChanges();
  private final Accounts accounts = new InMemoryAccounts(changes);

  @Override
  protected Changes changes() {
    return changes;
  }

  @Override
  protected Accounts accounts() {
    return accounts;
  }
}
