package dev.sallyport.adapters.out.queue;

import static dev.sallyport.application.port.out.Filings.HERE;
import static dev.sallyport.application.port.out.Filings.entries;
import static dev.sallyport.application.port.out.Filings.filing;
import static dev.sallyport.application.port.out.Filings.filings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.testbed.Lines;
import dev.sallyport.application.port.out.ReadEntries;
import dev.sallyport.application.port.out.ReadEntriesContract;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Queued,")
class QueuedReadEntriesTest extends ReadEntriesContract {
  private final QueuedReadEntries reads =
      new QueuedReadEntries(
          ledger, new QueueLimits(ROOM, 10, Duration.ofMillis(5), Duration.ofSeconds(2)));

  @AfterEach
  void close() {
    reads.close();
  }

  @Override
  protected ReadEntries reads() {
    return reads;
  }

  @Test
  void what_was_taken_is_stored_at_the_stop() {
    filings(HERE, 1, ROOM).forEach(reads::take);
    reads.close();

    assertThat(ledger.all()).containsExactlyElementsOf(entries(filings(HERE, 1, ROOM)));
  }

  @Test
  void what_keeps_it_from_the_ledger_is_told_once_and_when_it_changes_or_ends() {
    try (var log = Lines.of(QueuedReadEntries.class)) {
      reads.take(filing(HERE, 1));
      ledger.goesAway();
      flushTwice();
      ledger.breaks(new IllegalStateException("one"));
      flushTwice();
      ledger.breaks(new IllegalStateException("another"));
      flushTwice();
      ledger.comesBack();
      flushTwice();

      assertThat(log.told())
          .containsExactly(
              "WARN Entries of reads wait, because the ledger is away: the ledger",
              "ERROR Entries of reads could not be stored: one",
              "ERROR Entries of reads could not be stored: another",
              "INFO Entries of reads are stored again");
    }
  }

  @Test
  void what_was_taken_is_stored_by_itself() {
    filings(HERE, 1, 3).forEach(reads::take);
    while (ledger.all().size() < 3) {
      Thread.onSpinWait();
    }

    assertThat(ledger.all()).containsExactlyElementsOf(entries(filings(HERE, 1, 3)));
  }

  @Test
  void what_was_read_is_not_entered_where_the_operator_wants_none_of_it() {
    var without = new QueuedReadEntries(ledger, new LedgerSettings(false));
    Filing denial = as(Kind.DENIED, Facts.none(), filing(HERE, 2));
    Filing approved =
        as(Kind.READ, Facts.none().with(Fact.APPROVAL, "0a".repeat(16)), filing(HERE, 3));
    without.take(as(Kind.READ, Facts.none(), filing(HERE, 1)));
    without.take(denial);
    without.take(approved);
    without.close();

    assertThat(ledger.all()).containsExactly(denial.entry(), approved.entry());
  }

  private static Filing as(Kind kind, Facts facts, Filing filing) {
    Entry entry = filing.entry();
    return new Filing(
        new Entry(entry.id(), entry.organization(), entry.at(), kind, facts, entry.personal()),
        filing.person());
  }

  private void flushTwice() {
    reads.flush();
    reads.flush();
  }
}
