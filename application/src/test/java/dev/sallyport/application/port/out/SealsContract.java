package dev.sallyport.application.port.out;

import static dev.sallyport.application.port.out.Filings.HERE;
import static dev.sallyport.application.port.out.Filings.THERE;
import static dev.sallyport.application.port.out.Filings.entries;
import static dev.sallyport.application.port.out.Filings.filing;
import static dev.sallyport.application.port.out.Filings.filings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.InMemorySigner;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.Leases.Holding;
import dev.sallyport.application.port.out.Leases.Job;
import dev.sallyport.application.port.out.Leases.Lease;
import dev.sallyport.application.port.out.Seals.Batch;
import dev.sallyport.application.port.out.Seals.Sealing;
import dev.sallyport.domain.instance.InstallationId;
import dev.sallyport.domain.ledger.Backlog;
import dev.sallyport.domain.ledger.ChainHead;
import dev.sallyport.domain.ledger.Checkpoint;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.Recorded;
import dev.sallyport.domain.ledger.SealedEntry;
import dev.sallyport.domain.ledger.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Seals] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class SealsContract {
  private static final InstallationId INSTALLATION = new InstallationId("%032x".formatted(7));
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.000001Z");
  private static final Duration LENGTH = Duration.ofSeconds(5);
  private static final int MANY = 1_500;

  protected final SettableClock clock = new SettableClock(NOW);
  private final Signer signer = new InMemorySigner();

  /// What is sealed; empty at first, and like the others one for each test.
  protected abstract Ledger ledger();

  protected abstract Seals seals();

  /// The leases that [#seals()] looks at, by [#clock].
  protected abstract Leases leases();

  @Test
  void nothing_is_sealed_at_first() {
    assertThat(seals().head()).isEmpty();
    assertThat(seals().unsealed(10)).isEmpty();
    assertThat(seals().backlog()).isEqualTo(new Backlog(0, Optional.empty()));
    assertThat(lines()).isEmpty();
  }

  @Test
  void what_was_appended_waits_in_its_order() {
    ledger().append(HERE, filing(HERE, 2));
    ledger().append(THERE, filing(THERE, 1));
    ledger().append(HERE, filing(HERE, 3));

    assertThat(seals().unsealed(2))
        .containsExactly(filing(HERE, 2).entry(), filing(THERE, 1).entry());
    assertThat(seals().backlog())
        .isEqualTo(new Backlog(3, Optional.of(filing(THERE, 1).entry().at())));
  }

  @Test
  void what_is_sealed_waits_no_more_and_moves_the_head() {
    ledger().appendAll(filings(HERE, 1, 3));
    Batch batch = batch(2);

    assertThat(seals().seal(lease("one"), batch)).isEqualTo(new Sealing.Sealed());
    assertThat(seals().unsealed(10)).containsExactly(filing(HERE, 3).entry());
    assertThat(seals().head())
        .contains(batch.head().after(batch.entries().getLast()).after(batch.checkpoint()));
  }

  @Test
  void what_is_sealed_is_read_in_its_order_and_verifies() {
    ledger().appendAll(filings(HERE, 1, MANY));
    seals().seal(lease("one"), batch(MANY - 100));
    seals().seal(lease("one"), batch(MANY));

    assertThat(verdict()).isEqualTo(new Verification.Verdict.Whole(MANY, 2, 0));
    assertThat(written()).containsExactlyElementsOf(entries(filings(HERE, 1, MANY)));
  }

  @Test
  void what_was_appended_again_is_not_sealed_twice() {
    ledger().appendAll(filings(HERE, 1, 3));
    seals().seal(lease("one"), batch(10));
    ledger().appendAll(filings(HERE, 1, 4));

    assertThat(seals().unsealed(10)).containsExactly(filing(HERE, 4).entry());
    assertThat(seals().backlog().entries()).isEqualTo(1);
  }

  @Test
  void nothing_is_wrong_with_what_is_sealed_and_what_waits() {
    ledger().appendAll(filings(HERE, 1, MANY));
    assertThat(seals().beside()).isEmpty();
    seals().seal(lease("one"), batch(MANY - 1));

    assertThat(seals().beside()).isEmpty();
  }

  @Test
  void a_sealer_whose_lease_has_passed_on_is_refused() {
    ledger().appendAll(filings(HERE, 1, 3));
    Lease old = lease("one");
    clock.passes(LENGTH);
    lease("two");

    assertThat(seals().seal(old, batch(10))).isEqualTo(new Sealing.Refused());
    assertThat(seals().unsealed(10)).hasSize(3);
    assertThat(lines()).isEmpty();
  }

  @Test
  void a_batch_is_refused_when_another_was_sealed_in_between() {
    ledger().appendAll(filings(HERE, 1, 3));
    Batch late = batch(3);
    seals().seal(lease("one"), batch(2));

    assertThat(seals().seal(lease("one"), late)).isEqualTo(new Sealing.Refused());
    assertThat(verdict()).isEqualTo(new Verification.Verdict.Whole(2, 1, 1));
  }

  @Test
  void an_entry_is_found_with_its_place_once_it_has_one() {
    ledger().appendAll(filings(HERE, 1, 2));
    seals().seal(lease("one"), batch(1));

    assertThat(seals().find(filing(HERE, 1).entry().id()))
        .contains(new Recorded(filing(HERE, 1).entry(), OptionalLong.of(1)));
    assertThat(seals().find(filing(HERE, 2).entry().id()))
        .contains(new Recorded(filing(HERE, 2).entry(), OptionalLong.empty()));
    assertThat(seals().find(filing(HERE, 3).entry().id())).isEmpty();
  }

  @Test
  void the_latest_of_all_organizations_come_first() {
    ledger().append(HERE, filing(HERE, 1));
    ledger().append(THERE, filing(THERE, 2));
    seals().seal(lease("one"), batch(1));

    assertThat(seals().latest(5))
        .containsExactly(
            new Recorded(filing(THERE, 2).entry(), OptionalLong.empty()),
            new Recorded(filing(HERE, 1).entry(), OptionalLong.of(1)));
    assertThat(seals().latest(1)).hasSize(1);
  }

  protected final Batch batch(int most) {
    ChainHead head = seals().head().orElseGet(() -> ChainHead.of(INSTALLATION));
    List<SealedEntry> chained = head.chain(seals().unsealed(most));
    Checkpoint.Statement statement = head.state(chained, NOW);
    return new Batch(head, chained, new Checkpoint(statement, signer.sign(statement.toBytes())));
  }

  protected final Lease lease(String holder) {
    return ((Holding.Held) leases().claim(Job.SEAL_LEDGER, holder, LENGTH)).lease();
  }

  protected final Verification.Verdict verdict() {
    Verification verification =
        Verification.trusting(List.of()).with(new Line.Opening(INSTALLATION, signer.keys()));
    for (Line line : lines()) {
      verification = verification.with(line);
    }
    return verification.ofStore(seals().backlog().entries());
  }

  private List<Line> lines() {
    var lines = new ArrayList<Line>();
    seals().read(lines::add);
    return lines;
  }

  private List<Entry> written() {
    return lines().stream()
        .filter(Line.Written.class::isInstance)
        .map(line -> ((Line.Written) line).sealed().entry())
        .toList();
  }
}
