package dev.sallyport.application.usecase;

import static dev.sallyport.application.port.out.Filings.HERE;
import static dev.sallyport.application.port.out.Filings.filings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.fake.CountingRandomness;
import dev.sallyport.application.fake.InMemoryLeases;
import dev.sallyport.application.fake.InMemoryLedger;
import dev.sallyport.application.fake.InMemorySeals;
import dev.sallyport.application.fake.InMemorySigner;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.in.DescribeInstance;
import dev.sallyport.application.port.in.ReadLedger;
import dev.sallyport.application.port.in.SealLedger;
import dev.sallyport.application.port.in.SealLedger.Pass;
import dev.sallyport.application.port.out.Filings;
import dev.sallyport.domain.health.Readiness;
import dev.sallyport.domain.instance.Installation;
import dev.sallyport.domain.instance.InstallationId;
import dev.sallyport.domain.instance.Instance;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The sealer")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealLedgerServiceTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final SettableClock clock = new SettableClock(NOW);
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryLeases leases = new InMemoryLeases(clock);
  private final InMemorySeals seals = new InMemorySeals(ledger, leases);
  private final InMemorySigner signer = new InMemorySigner();
  private final CountingRandomness randomness = new CountingRandomness();
  private final DescribeInstance instance = this::instance;
  private final SealLedger sealer = sealer();
  private final ReadLedger reader = new ReadLedgerService(seals, signer, instance, clock);

  @Test
  void has_nothing_to_seal_at_first() {
    assertThat(sealer.seal()).isEqualTo(new Pass.NothingToSeal());
    assertThat(verdict()).isEqualTo(new Verification.Verdict.Whole(0, 0, 0));
  }

  @Test
  void seals_what_waits_in_batches() {
    ledger.appendAll(filings(HERE, 1, SealLedgerService.MOST + 5));

    assertThat(sealer.seal()).isEqualTo(new Pass.Sealed(SealLedgerService.MOST, true));
    assertThat(sealer.seal()).isEqualTo(new Pass.Sealed(5, false));
    assertThat(verdict())
        .isEqualTo(new Verification.Verdict.Whole(SealLedgerService.MOST + 5, 2, 0));
  }

  @Test
  void tells_what_waits() {
    ledger.appendAll(filings(HERE, 1, 3));
    sealer.seal();
    ledger.appendAll(filings(HERE, 4, 5));

    assertThat(verdict()).isEqualTo(new Verification.Verdict.Whole(3, 1, 2));
  }

  @Test
  void leaves_it_to_the_one_that_holds_the_lease() {
    ledger.appendAll(filings(HERE, 1, 3));
    sealer.seal();

    assertThat(sealer().seal()).isEqualTo(new Pass.Elsewhere());
  }

  @Test
  void takes_over_from_one_that_died() {
    ledger.appendAll(filings(HERE, 1, 3));
    sealer.seal();
    ledger.appendAll(filings(HERE, 4, 5));
    clock.passes(Duration.ofMinutes(1));

    assertThat(sealer().seal()).isEqualTo(new Pass.Sealed(2, false));
    assertThat(verdict()).isEqualTo(new Verification.Verdict.Whole(5, 2, 0));
  }

  @Test
  void takes_over_at_once_from_one_that_hands_over() {
    ledger.appendAll(filings(HERE, 1, 3));
    sealer.seal();
    sealer.handOver();
    ledger.appendAll(filings(HERE, 4, 5));

    assertThat(sealer().seal()).isEqualTo(new Pass.Sealed(2, false));
  }

  @Test
  void says_when_the_ledger_is_away() {
    ledger.goesAway();

    assertThatExceptionOfType(Unavailable.class).isThrownBy(sealer::seal);
  }

  @Test
  void makes_what_is_exported_whole_from_its_opening_to_its_closing() {
    ledger.appendAll(filings(HERE, 1, 3));
    sealer.seal();
    ledger.appendAll(filings(HERE, 4, 4));

    assertThat(exported().ofExport()).isEqualTo(new Verification.Verdict.Whole(3, 1, 1));
  }

  @Test
  void makes_an_entry_be_found_with_its_place() {
    ledger.appendAll(filings(HERE, 1, 3));
    sealer.seal();

    assertThat(reader.find(Filings.filing(HERE, 2).entry().id()))
        .hasValueSatisfying(found -> assertThat(found.sequence()).hasValue(2));
    assertThat(reader.latest(2)).hasSize(2);
  }

  private Verification exported() {
    var lines = new ArrayList<Line>();
    reader.export(lines::add);
    Verification verification = Verification.trusting(List.of());
    for (Line line : lines) {
      verification = verification.with(line);
    }
    return verification;
  }

  private Verification.Verdict verdict() {
    return reader.verify(List.of(), _ -> {});
  }

  private SealLedger sealer() {
    return new SealLedgerService(seals, leases, signer, instance, randomness, clock);
  }

  private Instance instance() {
    var installation = new Installation(new InstallationId("%032x".formatted(7)), NOW);
    return new Instance(
        "test", NOW, Duration.ZERO, new Readiness(List.of()), Optional.of(installation));
  }
}
