package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Mailbox;
import dev.sallyport.application.port.out.MailboxContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryMailboxTest extends MailboxContract {
  private final InMemoryMailbox mailbox = new InMemoryMailbox();

  @Override
  protected Mailbox mailbox() {
    return mailbox;
  }
}
