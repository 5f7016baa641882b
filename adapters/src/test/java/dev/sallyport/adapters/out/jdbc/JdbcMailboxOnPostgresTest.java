package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Mailbox;
import dev.sallyport.application.port.out.MailboxContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL,")
class JdbcMailboxOnPostgresTest extends MailboxContract {
  @Override
  protected Mailbox mailbox() {
    return new JdbcMailbox(SharedDatabase.postgres());
  }
}
