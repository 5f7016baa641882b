package dev.sallyport.application.port.out;

import static dev.sallyport.application.port.out.Filings.HERE;
import static dev.sallyport.application.port.out.Filings.entries;
import static dev.sallyport.application.port.out.Filings.filing;
import static dev.sallyport.application.port.out.Filings.filings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.InMemoryLedger;
import dev.sallyport.application.port.out.ReadEntries.Flushing;
import dev.sallyport.application.port.out.ReadEntries.Taking;
import dev.sallyport.domain.ledger.Filing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [ReadEntries] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class ReadEntriesContract {
  protected static final int ROOM = 50;

  protected final InMemoryLedger ledger = new InMemoryLedger();

  /// On their way to [#ledger], at most [#ROOM] at a time; the same for each call.
  protected abstract ReadEntries reads();

  @Test
  void what_is_taken_is_stored_once_it_is_flushed() {
    filings(HERE, 1, ROOM).forEach(reads()::take);

    assertThat(reads().flush()).isEqualTo(new Flushing.Flushed());
    assertThat(ledger.all()).containsExactlyElementsOf(entries(filings(HERE, 1, ROOM)));
  }

  @Test
  void many_more_than_there_is_room_for_are_taken_as_long_as_the_ledger_stores_them() {
    List<Filing> many = filings(HERE, 1, 20 * ROOM);

    assertThat(many)
        .allSatisfy(filing -> assertThat(reads().take(filing)).isEqualTo(new Taking.Taken()));
    reads().flush();
    assertThat(ledger.all()).containsExactlyElementsOf(entries(many));
  }

  @Test
  void too_many_are_not_taken_while_the_ledger_is_away_and_those_taken_are_all_stored_later() {
    ledger.goesAway();
    var taken = new ArrayList<Filing>();
    int next = 1;
    while (reads().take(filing(HERE, next)) instanceof Taking.Taken) {
      taken.add(filing(HERE, next++));
    }
    assertThat(reads().flush()).isInstanceOf(Flushing.StillWaiting.class);
    ledger.comesBack();

    assertThat(taken).hasSizeGreaterThanOrEqualTo(ROOM).hasSizeLessThan(4 * ROOM);
    assertThat(reads().flush()).isEqualTo(new Flushing.Flushed());
    assertThat(ledger.all()).containsExactlyElementsOf(entries(taken));
  }

  @Test
  void what_a_bug_keeps_from_the_ledger_waits_as_well() {
    ledger.breaks(new IllegalStateException("refused"));
    reads().take(filing(HERE, 1));
    assertThat(reads().flush()).isEqualTo(new Flushing.StillWaiting(1));
    ledger.comesBack();

    assertThat(reads().flush()).isEqualTo(new Flushing.Flushed());
    assertThat(ledger.all()).containsExactlyElementsOf(entries(filings(HERE, 1, 1)));
  }

  @Test
  void it_takes_again_once_the_ledger_is_back() {
    ledger.goesAway();
    filings(HERE, 1, ROOM).forEach(reads()::take);
    ledger.comesBack();
    reads().flush();

    assertThat(reads().take(filing(HERE, ROOM + 1))).isEqualTo(new Taking.Taken());
  }
}
