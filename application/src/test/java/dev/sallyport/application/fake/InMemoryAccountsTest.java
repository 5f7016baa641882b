package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.AccountsContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryAccountsTest extends AccountsContract {
  private final Accounts accounts = new InMemoryAccounts();

  @Override
  protected Accounts accounts() {
    return accounts;
  }
}
