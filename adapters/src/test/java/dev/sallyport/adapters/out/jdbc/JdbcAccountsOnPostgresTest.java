package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.fake.InMemoryChanges;
import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.AccountsContract;
import dev.sallyport.application.port.out.Changes;
import io.micronaut.context.BeanContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("On PostgreSQL,")
class JdbcAccountsOnPostgresTest extends AccountsContract {
  @RegisterExtension final Databases databases = new Databases();

  private final Changes changes = new InMemoryChanges();
  private final BeanContext stores = databases.storesOnPostgres();
  private final Accounts accounts =
      new JdbcAccounts(stores.getBean(Database.class), stores.getBean(AccountRows.class), changes);

  @Override
  protected Accounts accounts() {
    return accounts;
  }

  @Override
  protected Changes changes() {
    return changes;
  }
}
