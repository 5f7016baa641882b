package dev.sallyport.adapters.out.queue;

import static dev.sallyport.application.port.out.Filings.HERE;
import static dev.sallyport.application.port.out.Filings.entries;
import static dev.sallyport.application.port.out.Filings.filing;
import static dev.sallyport.application.port.out.Filings.filings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.testbed.Lines;
import dev.sallyport.application.port.out.ReadEntries;
import dev.sallyport.application.port.out.ReadEntries.PlainReads;
import dev.sallyport.application.port.out.ReadEntriesContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({"true, ENTERED", "false, LEFT_OUT"})
  void plain_reads_are_entered_if_the_operator_wants_them(boolean wanted, PlainReads expected) {
    var either = new QueuedReadEntries(ledger, new LedgerSettings(wanted));
    either.close();

    assertThat(either.plainReads()).isEqualTo(expected);
  }

  private void flushTwice() {
    reads.flush();
    reads.flush();
  }
}
