package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.application.port.out.Filings.ANA;
import static dev.sallyport.application.port.out.Filings.HERE;
import static dev.sallyport.application.port.out.Filings.THERE;
import static dev.sallyport.application.port.out.Filings.filing;
import static dev.sallyport.application.port.out.Filings.filings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.adapters.testbed.Lines;
import dev.sallyport.application.Damaged;
import dev.sallyport.application.fake.CountingRandomness;
import dev.sallyport.application.fake.InMemorySigner;
import dev.sallyport.application.port.in.DescribeInstance;
import dev.sallyport.application.port.in.ReadLedger;
import dev.sallyport.application.port.in.SealLedger;
import dev.sallyport.application.usecase.ReadLedgerService;
import dev.sallyport.application.usecase.SealLedgerService;
import dev.sallyport.domain.health.Readiness;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.instance.Installation;
import dev.sallyport.domain.instance.InstallationId;
import dev.sallyport.domain.instance.Instance;
import dev.sallyport.domain.ledger.Fault;
import dev.sallyport.domain.ledger.Verification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ledger, its sealer and a database together: what holds while many write, and what is found
/// when somebody tampers with the tables.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
abstract class SealedLedgerContract {
  private static final int WRITERS = 3;
  private static final int EACH = 100;
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private static final Fault UNDER_ANOTHER_ID =
      new Fault.Unreadable("entry 3, which is kept under another id,");

  private final InMemorySigner signer = new InMemorySigner();
  private final CountingRandomness randomness = new CountingRandomness();
  Database database;
  JdbcLedger ledger;

  abstract Database open();

  @BeforeEach
  void prepare() {
    database = open();
    ledger = new JdbcLedger(database);
  }

  @Test
  void what_many_write_while_it_is_sealed_is_sealed_without_gap_or_double() throws Exception {
    SealLedger sealer = sealer();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = new CountDownLatch(WRITERS);
      var sealing =
          threads.submit(() -> {
            while (writing.getCount() > 0) {
              sealer.seal();
            }
            return sealer.seal();
          });
      for (var answer : threads.invokeAll(writers(writing))) {
        answer.get();
      }
      sealing.get();
    }
    sealer.seal();

    assertThat(verdict())
        .isInstanceOfSatisfying(
            Verification.Verdict.Whole.class,
            whole -> {
              assertThat(whole.entries()).isEqualTo(WRITERS * EACH);
              assertThat(whole.unsealed()).isZero();
            });
  }

  @Test
  void a_person_can_be_forgotten_and_the_chain_holds() {
    ledger.appendAll(filings(HERE, 1, 5));
    sealer().seal();

    assertThat(ledger.forget(ANA)).isEqualTo(5);
    assertThat(verdict()).isEqualTo(new Verification.Verdict.Whole(5, 1, 0));
  }

  @Test
  void an_entry_that_was_replaced_is_named() throws Exception {
    ledger.appendAll(filings(HERE, 1, 5));
    sealer().seal();
    ledger.append(HERE, filing(HERE, 6));
    tamper(
        "update ledger_entry set form = (select form from ledger_entry where id ="
            + " '00000000000000000000000000000006') where id ="
            + " '00000000000000000000000000000003'");

    assertThat(verdict()).isEqualTo(faulty(UNDER_ANOTHER_ID));
  }

  @Test
  void an_entry_that_was_garbled_is_named() throws Exception {
    ledger.appendAll(filings(HERE, 1, 5));
    sealer().seal();
    tamper(
        "update ledger_entry set form = (select link from ledger_seal where sequence = 1)"
            + " where id = '00000000000000000000000000000003'");

    assertThat(verdict()).isEqualTo(faulty(new Fault.Unreadable("entry 3")));
  }

  @Test
  void an_entry_that_was_deleted_is_named() throws Exception {
    ledger.appendAll(filings(HERE, 1, 5));
    sealer().seal();
    tamper("delete from ledger_entry where id = '00000000000000000000000000000003'");

    assertThat(verdict()).isEqualTo(faulty(new Fault.Missing(3, 3)));
  }

  @Test
  void a_checkpoint_that_was_deleted_is_named() throws Exception {
    ledger.appendAll(filings(HERE, 1, 5));
    SealLedger sealer = sealer();
    sealer.seal();
    ledger.appendAll(filings(HERE, 6, 7));
    sealer.seal();
    tamper("delete from ledger_checkpoint where number = 1");

    assertThat(verdict()).isEqualTo(faulty(new Fault.Disconnected(2, 1)));
  }

  @Test
  void an_entry_that_was_copied_beside_the_chain_is_named() throws Exception {
    ledger.appendAll(filings(HERE, 1, 5));
    sealer().seal();
    tamper(
        "insert into ledger_entry (id, organization_id, at, form)"
            + " select '00000000000000000000000000000009', organization_id, at, form"
            + " from ledger_entry where id = '00000000000000000000000000000003'");

    assertThat(verdict()).isEqualTo(faulty(new Fault.Unchained(id(9))));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, Long.MIN_VALUE})
  void an_entry_that_was_copied_and_given_a_place_before_the_chain_is_named(long place)
      throws Exception {
    ledger.appendAll(filings(HERE, 1, 5));
    sealer().seal();
    tamper(
        "insert into ledger_entry (id, organization_id, at, form)"
            + " select '00000000000000000000000000000009', organization_id, at, form"
            + " from ledger_entry where id = '00000000000000000000000000000003'",
        "insert into ledger_seal (sequence, entry_id, link)"
            + " select cast('%d' as bigint), '00000000000000000000000000000009', link"
                .formatted(place)
            + " from ledger_seal where sequence = 3");

    assertThat(verdict()).isEqualTo(faulty(new Fault.Unchained(id(9))));
  }

  @Test
  void an_entry_that_was_given_another_id_is_named() throws Exception {
    ledger.appendAll(filings(HERE, 1, 5));
    sealer().seal();
    rename(3, 9);

    assertThat(verdict()).isEqualTo(faulty(UNDER_ANOTHER_ID));
  }

  @Test
  void entries_whose_ids_were_exchanged_are_named() throws Exception {
    ledger.appendAll(filings(HERE, 1, 5));
    sealer().seal();
    rename(3, 9);
    rename(4, 3);
    rename(9, 4);

    assertThat(verdict()).isEqualTo(faulty(UNDER_ANOTHER_ID));
  }

  @Test
  void an_entry_that_was_moved_far_behind_the_end_is_missing_where_it_was() throws Exception {
    ledger.appendAll(filings(HERE, 1, 5));
    sealer().seal();
    tamper("update ledger_seal set sequence = 9000000000000000 where sequence = 5");

    assertThat(verdict()).isEqualTo(faulty(new Fault.Missing(5, 5)));
  }

  @Test
  void an_entry_that_was_kept_out_of_the_chain_is_named() throws Exception {
    ledger.appendAll(filings(HERE, 1, 5));
    sealer().seal();
    ledger.append(HERE, filing(HERE, 6));
    tamper("delete from ledger_open");

    assertThat(verdict()).isEqualTo(faulty(new Fault.Unchained(id(6))));
  }

  @Test
  void an_entry_that_was_deleted_before_it_was_sealed_is_named() throws Exception {
    ledger.appendAll(filings(HERE, 1, 2));
    tamper("delete from ledger_entry where id = '00000000000000000000000000000001'");

    assertThat(verdict()).isEqualTo(faulty(new Fault.Lost(id(1))));
  }

  @Test
  void entries_garbled_or_exchanged_before_they_were_sealed_are_named_and_hold_up_no_other()
      throws Exception {
    ledger.appendAll(filings(HERE, 1, 5));
    tamper(
        "update ledger_entry set form = cast('canary' as bytea)"
            + " where id = '00000000000000000000000000000001'",
        "update ledger_entry set form = (select form from ledger_entry where id ="
            + " '00000000000000000000000000000003') where id = '00000000000000000000000000000002'");

    assertThat(new JdbcSeals(database).unsealed(2))
        .containsExactly(filing(HERE, 3).entry(), filing(HERE, 4).entry());
    SealLedger sealer = sealer();
    assertThat(sealer.seal()).isEqualTo(new SealLedger.Pass.Sealed(3, false));
    assertThat(sealer.seal()).isEqualTo(new SealLedger.Pass.NothingToSeal());
    assertThat(verdict())
        .isEqualTo(
            faulty(new Fault.Unreadable("entry %032x, which waits for a seal,".formatted(1))));
  }

  @Test
  void a_sealed_entry_that_was_made_to_wait_again_is_named_and_holds_up_no_other()
      throws Exception {
    ledger.append(HERE, filing(HERE, 1));
    SealLedger sealer = sealer();
    sealer.seal();
    tamper(
        "insert into ledger_open (entry_id, organization_id)"
            + " select id, organization_id from ledger_entry");
    ledger.append(HERE, filing(HERE, 2));

    assertThat(sealer.seal()).isEqualTo(new SealLedger.Pass.Sealed(1, false));
    assertThat(verdict()).isEqualTo(faulty(new Fault.WaitsAgain(id(1))));
  }

  @Test
  void a_checkpoint_that_was_garbled_is_named_and_nothing_is_sealed_behind_it() throws Exception {
    ledger.append(HERE, filing(HERE, 1));
    SealLedger sealer = sealer();
    sealer.seal();
    tamper("update ledger_checkpoint set link = cast('canary' as bytea)");
    ledger.append(HERE, filing(HERE, 2));

    assertThat(verdict()).isEqualTo(faulty(new Fault.Unreadable("checkpoint 1")));
    assertThatExceptionOfType(Damaged.class)
        .isThrownBy(sealer::seal)
        .withMessage("checkpoint 1 of the ledger");
  }

  @Test
  void an_entry_in_place_of_another_is_not_shown_as_that() throws Exception {
    ledger.appendAll(filings(HERE, 1, 2));
    tamper(
        "update ledger_entry set form = (select form from ledger_entry where id ="
            + " '00000000000000000000000000000002') where id = '00000000000000000000000000000001'");
    var seals = new JdbcSeals(database);

    assertThatExceptionOfType(Damaged.class).isThrownBy(() -> seals.find(id(1)));
    assertThatExceptionOfType(Damaged.class).isThrownBy(() -> ledger.find(HERE, id(1)));
    assertThat(seals.find(id(2))).isPresent();
  }

  @Test
  void an_entry_that_was_garbled_is_named_where_it_was_asked_for() throws Exception {
    ledger.append(HERE, filing(HERE, 1));
    tamper("update ledger_entry set form = cast('canary' as bytea)");
    var seals = new JdbcSeals(database);

    assertThatExceptionOfType(Damaged.class)
        .isThrownBy(() -> seals.latest(1))
        .withMessage("entry %s of the ledger", id(1).value());
    assertThatExceptionOfType(Damaged.class).isThrownBy(() -> seals.find(id(1)));
  }

  @Test
  void what_waits_and_cannot_be_sealed_is_told_to_the_log_once() throws Exception {
    ledger.appendAll(filings(HERE, 1, 3));
    tamper("delete from ledger_entry where id = '00000000000000000000000000000002'");
    try (Lines lines = Lines.of(PassedOver.class)) {
      SealLedger sealer = sealer();
      sealer.seal();
      sealer.seal();

      assertThat(lines.told())
          .singleElement()
          .asString()
          .contains(new Fault.Lost(id(2)).told(), "audit verify");
    }
  }

  @Test
  void an_entry_that_was_garbled_is_named_to_its_organization() throws Exception {
    ledger.append(HERE, filing(HERE, 1));
    tamper("update ledger_entry set form = cast('canary' as bytea)");

    assertThatExceptionOfType(Damaged.class)
        .isThrownBy(() -> ledger.latest(HERE, 1))
        .withMessage("entry %s of the ledger", id(1).value());
  }

  @Test
  void an_entry_that_was_garbled_is_named_when_its_person_asks() throws Exception {
    ledger.append(HERE, filing(HERE, 1));
    tamper("update ledger_entry set form = cast('canary' as bytea)");

    assertThatExceptionOfType(Damaged.class)
        .isThrownBy(() -> new JdbcTraces(database).read(HERE, ANA, _ -> {}))
        .withMessage("entry %s of the ledger", id(1).value());
  }

  @Test
  void an_entry_whose_column_names_another_organization_is_not_shown_to_it() throws Exception {
    ledger.append(HERE, filing(HERE, 1));
    tamper("update ledger_entry set organization_id = '" + THERE.organization().value() + "'");

    assertThat(ledger.find(THERE, id(1))).isEmpty();
    assertThat(ledger.latest(THERE, 10)).isEmpty();
  }

  private List<Callable<Integer>> writers(CountDownLatch writing) {
    return IntStream.range(0, WRITERS).mapToObj(writer -> writer(writing, writer)).toList();
  }

  private Callable<Integer> writer(CountDownLatch writing, int writer) {
    return () -> {
      try {
        filings(HERE, writer * EACH + 1, (writer + 1) * EACH)
            .forEach(filing -> ledger.append(HERE, filing));
        return EACH;
      } finally {
        writing.countDown();
      }
    };
  }

  private void tamper(String... changes) throws SQLException {
    try (var connection = database.connection();
        var statement = connection.createStatement()) {
      for (String sql : changes) {
        assertThat(statement.executeUpdate(sql)).isEqualTo(1);
      }
    }
  }

  /// Gives a sealed entry another id wherever it has one, but for what was sealed.
  private void rename(int from, int to) throws SQLException {
    tamper(
        "update ledger_entry set id = '%032x' where id = '%032x'".formatted(to, from),
        "update ledger_seal set entry_id = '%032x' where entry_id = '%032x'".formatted(to, from));
  }

  private static EntryId id(int number) {
    return filing(HERE, number).entry().id();
  }

  private static Verification.Verdict faulty(Fault fault) {
    return new Verification.Verdict.Faulty(fault);
  }

  Verification.Verdict verdict() {
    ReadLedger reader = new ReadLedgerService(new JdbcSeals(database), signer, instance(), CLOCK);
    return reader.verify(List.of(), _ -> {});
  }

  SealLedger sealer() {
    return new SealLedgerService(
        new JdbcSeals(database),
        new JdbcLeases(database, CLOCK),
        signer,
        instance(),
        randomness,
        CLOCK);
  }

  private static DescribeInstance instance() {
    var installation = new Installation(new InstallationId("%032x".formatted(7)), Instant.EPOCH);
    return () ->
        new Instance(
            "test",
            Instant.EPOCH,
            Duration.ZERO,
            new Readiness(List.of()),
            Optional.of(installation));
  }
}
