package dev.sallyport.application.port.out;

import static dev.sallyport.application.port.out.Filings.ANA;
import static dev.sallyport.application.port.out.Filings.BEN;
import static dev.sallyport.application.port.out.Filings.GRANT;
import static dev.sallyport.application.port.out.Filings.HERE;
import static dev.sallyport.application.port.out.Filings.THERE;
import static dev.sallyport.application.port.out.Filings.entries;
import static dev.sallyport.application.port.out.Filings.filing;
import static dev.sallyport.application.port.out.Filings.filingOf;
import static dev.sallyport.application.port.out.Filings.filings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.application.port.out.UnitOfWork.Ending;
import dev.sallyport.domain.ledger.Filing;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Ledger] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class LedgerContract {
  private static final int MANY = 1_100;

  /// One ledger for each test, empty at first.
  protected abstract Ledger ledger();

  /// Units that [#ledger()] joins.
  protected abstract UnitOfWork units();

  @Test
  void an_entry_is_found_as_it_was_appended() {
    Filing filing = filing(HERE, 1);
    ledger().append(HERE, filing);

    assertThat(ledger().find(HERE, filing.entry().id())).contains(filing.entry());
  }

  @Test
  void an_entry_is_not_found_from_another_organization() {
    Filing filing = filing(HERE, 1);
    ledger().append(HERE, filing);

    assertThat(ledger().find(THERE, filing.entry().id())).isEmpty();
    assertThat(ledger().latest(THERE, 10)).isEmpty();
    assertThat(ledger().latestOf(THERE, GRANT, 10)).isEmpty();
    assertThat(ledger().latestOf(THERE, ANA, 10)).isEmpty();
  }

  @Test
  void an_entry_is_not_appended_under_another_organization() {
    assertThatIllegalArgumentException().isThrownBy(() -> ledger().append(THERE, filing(HERE, 1)));
  }

  @Test
  void an_entry_that_is_there_already_changes_nothing() {
    ledger().append(HERE, filing(HERE, 1));
    ledger().append(HERE, filingOf(HERE, 1, BEN));

    assertThat(ledger().latest(HERE, 10)).containsExactly(filing(HERE, 1).entry());
    assertThat(ledger().latestOf(HERE, BEN, 10)).isEmpty();
  }

  @Test
  void an_entry_goes_with_the_unit_it_was_appended_in() {
    units()
        .run(
            HERE,
            () -> {
              ledger().append(HERE, filing(HERE, 1));
              return new Ending.Undo<>("not done");
            });

    assertThat(ledger().latest(HERE, 10)).isEmpty();
  }

  @Test
  void an_entry_stays_with_the_unit_it_was_appended_in() {
    units()
        .run(
            HERE,
            () -> {
              ledger().append(HERE, filing(HERE, 1));
              return new Ending.Keep<>("done");
            });

    assertThat(ledger().latest(HERE, 10)).containsExactly(filing(HERE, 1).entry());
  }

  @Test
  void many_entries_of_several_organizations_are_appended_at_once() {
    List<Filing> here = filings(HERE, 1, MANY);
    List<Filing> there = filings(THERE, MANY + 1, MANY + 10);
    ledger().appendAll(Stream.concat(here.stream(), there.stream()).toList());

    assertThat(ledger().latest(HERE, 2 * MANY)).containsExactlyElementsOf(entries(here.reversed()));
    assertThat(ledger().latest(THERE, MANY)).containsExactlyElementsOf(entries(there.reversed()));
  }

  @Test
  void many_entries_are_appended_again_without_a_trace() {
    ledger().append(HERE, filing(HERE, 2));
    ledger().appendAll(filings(HERE, 1, 3));
    ledger().appendAll(filings(HERE, 1, 4));

    assertThat(ledger().latest(HERE, 10))
        .containsExactlyElementsOf(entries(filings(HERE, 1, 4).reversed()));
  }

  @Test
  void no_entries_are_appended_when_there_are_none() {
    ledger().appendAll(List.of());

    assertThat(ledger().latest(HERE, 10)).isEmpty();
  }

  @Test
  void the_latest_come_first_and_no_more_than_wanted() {
    ledger().appendAll(filings(HERE, 1, 9));

    assertThat(ledger().latest(HERE, 2))
        .containsExactly(filing(HERE, 9).entry(), filing(HERE, 8).entry());
  }

  @Test
  void those_of_a_grant_come_without_others() {
    ledger().append(HERE, filing(HERE, 1));
    ledger().append(HERE, filingOf(HERE, 2, ANA));

    assertThat(ledger().latestOf(HERE, GRANT, 10)).containsExactly(filing(HERE, 1).entry());
  }

  @Test
  void those_of_a_person_come_without_others() {
    ledger().append(HERE, filingOf(HERE, 1, ANA));
    ledger().append(HERE, filingOf(HERE, 2, BEN));

    assertThat(ledger().latestOf(HERE, ANA, 10)).containsExactly(filingOf(HERE, 1, ANA).entry());
  }

  @Test
  void a_person_is_forgotten_in_every_organization_and_the_entries_stay() {
    ledger().append(HERE, filingOf(HERE, 1, ANA));
    ledger().append(THERE, filingOf(THERE, 2, ANA));
    ledger().append(HERE, filingOf(HERE, 3, BEN));

    assertThat(ledger().forget(ANA)).isEqualTo(2);
    assertThat(ledger().latestOf(HERE, ANA, 10)).isEmpty();
    assertThat(ledger().latestOf(THERE, ANA, 10)).isEmpty();
    assertThat(ledger().latestOf(HERE, BEN, 10)).hasSize(1);
    assertThat(ledger().latest(HERE, 10)).hasSize(2);
  }
}
