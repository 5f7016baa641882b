package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.ReadEntries;
import dev.sallyport.application.port.out.ReadEntriesContract;
import org.junit.jupiter.api.DisplayName;

@DisplayName("In memory,")
class InMemoryReadEntriesTest extends ReadEntriesContract {
  private final ReadEntries reads = new InMemoryReadEntries(ledger, ROOM);

  @Override
  protected ReadEntries reads() {
    return reads;
  }
}
