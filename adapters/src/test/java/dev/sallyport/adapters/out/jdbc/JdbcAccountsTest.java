package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.AccountsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On H2,")
class JdbcAccountsTest extends AccountsContract {
  @RegisterExtension final Databases databases = new Databases();
  @TempDir Path folder;

  private Accounts accounts;

  @BeforeEach
  void open() {
    accounts = databases.storesOnH2(folder).getBean(JdbcAccounts.class);
  }

  @Override
  protected Accounts accounts() {
    return accounts;
  }
}
