package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.AccountsContract;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcAccountsOnPostgresTest extends AccountsContract {
  @RegisterExtension final Databases databases = new Databases();

  private final Accounts accounts = databases.storesOnPostgres().getBean(JdbcAccounts.class);

  @Override
  protected Accounts accounts() {
    return accounts;
  }
}
