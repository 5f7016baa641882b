package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.fake.InMemoryChanges;
import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.AccountsContract;
import dev.sallyport.application.port.out.Changes;
import io.micronaut.context.BeanContext;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcAccountsTest extends AccountsContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  private final Changes changes = new InMemoryChanges();
  private Accounts accounts;

  @BeforeEach
  void open() {
    BeanContext stores = databases.storesOnH2(folder);
    accounts =
        new JdbcAccounts(
            stores.getBean(Database.class), stores.getBean(AccountRows.class), changes);
  }

  @Override
  protected Accounts accounts() {
    return accounts;
  }

  @Override
  protected Changes changes() {
    return changes;
  }
}
