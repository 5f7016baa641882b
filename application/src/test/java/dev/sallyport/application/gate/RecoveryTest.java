package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.MORNING;
import static dev.sallyport.application.gate.GateBench.NODE;
import static dev.sallyport.application.gate.GateBench.SCOPE;
import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.keyed;
import static dev.sallyport.application.gate.GateBench.said;
import static dev.sallyport.application.sample.AClaim.aClaim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.backend.Outcome.Failed;
import dev.sallyport.application.backend.Outcome.Retry;
import dev.sallyport.application.backend.Outcome.Unknown;
import dev.sallyport.application.backend.Sending;
import dev.sallyport.application.backend.Sending.Start;
import dev.sallyport.application.fake.ScriptedBackend.Hanging;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.SettleClaims.Report;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A claim without an end")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class RecoveryTest {
  private static final String WRITE = "notes.write";
  private static final String BLAST = "messages.blast";
  private static final String CALL = keyed("key-1", said("home", "a"));

  private static final String OTHER_CALL = keyed("key-2", said("home", "b"));

  private final GateBench bench = aGate();

  @Test
  void because_the_store_was_away_is_unknown_now_and_stored_later() {
    bench.chat.does(
        WRITE,
        _ -> {
          bench.ledger.goesAway();
          return bench.chat.done("written", "home");
        });

    Outcome outcome = bench.call(WRITE, CALL);
    assertThat(outcome).isInstanceOf(Outcome.OutcomeUnknown.class);
    assertThat(bench.recovery().recover()).isEqualTo(new Report(0, 1));

    bench.ledger.comesBack();
    assertThat(bench.call(WRITE, CALL)).isInstanceOf(Outcome.InProgress.class);
    assertThat(bench.recovery().recover()).isEqualTo(new Report(1, 0));
    assertThat(bench.call(WRITE, CALL)).isInstanceOf(Outcome.AnsweredBefore.class);
    assertThat(bench.chat.acts(WRITE)).isEqualTo(1);
    assertThat(bench.usage()).isEqualTo(new Meter.Usage(1, 0));
  }

  @Test
  void of_what_failed_before_it_was_sent_is_told_as_that_even_while_the_store_is_away() {
    bench.chat.does(
        WRITE,
        _ -> {
          bench.ledger.goesAway();
          return new Failed<>("No line.", Retry.SAFE);
        });

    assertThat(bench.call(WRITE, CALL)).isEqualTo(new Outcome.Failed("No line.", true));

    bench.ledger.comesBack();
    bench.recovery().recover();
    assertThat(bench.usage()).isEqualTo(new Meter.Usage(0, 0));
    bench.chat.answers(WRITE, bench.chat.done("written", "home"));
    assertThat(bench.call(WRITE, CALL)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void that_a_dead_instance_was_sending_is_unknown_and_keeps_its_charge() throws Exception {
    Hanging hanging = bench.chat.hangs(WRITE);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Outcome> call = callers.submit(() -> bench.call(WRITE, CALL));
      hanging.awaitBegun();
      bench.claims.lives(NODE, Duration.ZERO);

      assertThat(bench.recoveryElsewhere().recover()).isEqualTo(new Report(1, 0));
      assertThat(bench.call(WRITE, CALL)).isInstanceOf(Outcome.OutcomeUnknown.class);
      assertThat(bench.usage()).isEqualTo(new Meter.Usage(1, 0));

      hanging.letGo();
      assertThat(call.get()).isInstanceOf(Outcome.Answered.class);
    }
    // it was not dead, only slow: what it knows now still counts
    assertThat(bench.call(WRITE, CALL)).isInstanceOf(Outcome.AnsweredBefore.class);
    assertThat(bench.ledger(Kind.SETTLED))
        .extracting(entry -> entry.facts().of(Fact.OUTCOME).orElseThrow())
        .containsExactly("unknown", "done");
    assertThat(bench.usage()).isEqualTo(new Meter.Usage(1, 0));
    assertThat(bench.chat.acts(WRITE)).isEqualTo(1);
  }

  @Test
  void of_a_slow_instance_sends_no_more_of_its_parts() {
    List<Start> starts = new ArrayList<>();
    bench.chat.does(
        BLAST,
        turn -> {
          Sending sending = turn.sending().orElseThrow();
          starts.add(sending.part(0).start());
          bench.claims.lives(NODE, Duration.ZERO);
          bench.recoveryElsewhere().recover();
          starts.add(sending.part(0).start());
          starts.add(sending.part(1).start());
          return new Unknown<>("Cut off.");
        });
    bench.call(BLAST, said("home", "a", "+15550001", "+15550002"));

    assertThat(starts).containsExactly(Start.GO, Start.ALREADY_STARTED, Start.TOO_LATE);
  }

  @Test
  void of_a_slow_instance_that_knows_nothing_was_sent_can_be_sent_again() {
    bench.chat.does(
        WRITE,
        _ -> {
          bench.claims.lives(NODE, Duration.ZERO);
          bench.recoveryElsewhere().recover();
          return new Failed<>("No line.", Retry.SAFE);
        });

    assertThat(bench.call(WRITE, CALL)).isEqualTo(new Outcome.Failed("No line.", true));
    assertThat(bench.ledger(Kind.SETTLED))
        .extracting(entry -> entry.facts().of(Fact.OUTCOME).orElseThrow())
        .containsExactly("unknown", "failed_before_send");

    bench.chat.answers(WRITE, bench.chat.done("written", "home"));
    assertThat(bench.call(WRITE, CALL)).isInstanceOf(Outcome.Answered.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"BROKEN_BEFORE", "CRASHED_BEFORE"})
  void through_a_fault_of_our_own_is_told_each_time_and_ends_as_unknown(Faults.Fault fault) {
    var faults = new Faults();
    GateHouse house = sentThrough(faults);

    assertThat(triedInVain(house, faults, fault, 5)).containsOnly(new Report(0, 1));
    faults.heal();
    assertThat(house.recovery().recover()).isEqualTo(new Report(1, 0));
    assertThat(bench.call(WRITE, OTHER_CALL)).isInstanceOf(Outcome.OutcomeUnknown.class);
    assertThat(bench.alarms.raised()).hasSize(6).hasOnlyElementsOfType(Alarm.Bug.class);
  }

  @Test
  void through_a_fault_of_our_own_is_not_tried_for_ever() {
    var faults = new Faults();
    GateHouse house = sentThrough(faults);

    assertThat(triedInVain(house, faults, Faults.Fault.BROKEN_BEFORE, 6))
        .endsWith(new Report(0, 0));
    assertThat(bench.alarms.raised()).hasSize(7).hasOnlyElementsOfType(Alarm.Bug.class);
  }

  @Test
  void that_a_dead_instance_had_not_begun_to_send_has_failed_and_costs_nothing() {
    Claim claim = left(ClaimState.CLAIMED);

    assertThat(bench.recovery().recover()).isEqualTo(new Report(1, 0));
    assertThat(bench.claim(claim.id()).claim().state()).isEqualTo(ClaimState.FAILED_BEFORE_SEND);
    assertThat(bench.usage()).isEqualTo(new Meter.Usage(0, 0));
    assertThat(bench.call(WRITE, CALL)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void is_ended_although_very_many_before_it_cannot_be() {
    TenantScope elsewhere = Fresh.scope();
    for (int i = 0; i < Recovery.AT_ONCE; i++) {
      leave(elsewhere, MORNING.minusSeconds(1));
    }
    Claim last = leave(SCOPE, MORNING);
    Recovery recovery = recoveryFailing(elsewhere, RecoveryTest::broken);

    assertThat(recovery.recover()).isEqualTo(new Report(0, Recovery.AT_ONCE));
    assertThat(recovery.recover()).isEqualTo(new Report(1, Recovery.AT_ONCE));
    assertThat(bench.claim(last.id()).claim().state()).isEqualTo(ClaimState.FAILED_BEFORE_SEND);
  }

  @Test
  void is_ended_although_two_before_it_are_away() {
    TenantScope elsewhere = Fresh.scope();
    leave(elsewhere, MORNING.minusSeconds(2));
    leave(elsewhere, MORNING.minusSeconds(1));
    Claim last = leave(SCOPE, MORNING);

    assertThat(recoveryFailing(elsewhere, RecoveryTest::away).recover())
        .isEqualTo(new Report(1, 2));
    assertThat(bench.claim(last.id()).claim().state()).isEqualTo(ClaimState.FAILED_BEFORE_SEND);
  }

  @Test
  void is_ended_although_one_before_it_crashes_whoever_ends_it() {
    TenantScope elsewhere = Fresh.scope();
    leave(elsewhere, MORNING.minusSeconds(1));
    leave(SCOPE, MORNING);
    Recovery recovery = recoveryFailing(elsewhere, RecoveryTest::crashed);

    assertThat(recovery.recover()).isEqualTo(new Report(1, 1));
    assertThat(bench.alarms.raised()).hasOnlyElementsOfType(Alarm.Bug.class);
  }

  @Test
  void is_ended_although_many_of_another_organization_are_away() {
    TenantScope elsewhere = Fresh.scope();
    for (int i = 1; i <= 9; i++) {
      leave(elsewhere, MORNING.minusSeconds(i));
    }
    leave(SCOPE, MORNING);

    assertThat(recoveryFailing(elsewhere, RecoveryTest::away).recover())
        .isEqualTo(new Report(1, 9));
  }

  @Test
  void is_left_for_later_once_three_organizations_in_a_row_are_away() {
    for (int i = 1; i <= 3; i++) {
      leave(new TenantScope(new OrganizationId("%032x".formatted(i))), MORNING.minusSeconds(i));
    }
    Claim last = leave(SCOPE, MORNING);

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> recoveryFailing(null, RecoveryTest::away).recover());
    assertThat(bench.claim(last.id()).claim().state()).isEqualTo(ClaimState.CLAIMED);
  }

  @Test
  void that_could_not_be_stored_does_not_keep_the_others_waiting() {
    var faults = new Faults();
    GateHouse house = GateHouse.of(List.of(bench.chat), faults.before(bench.means(NODE)));
    for (String call : List.of(CALL, OTHER_CALL)) {
      faults.fail(new Faults.Step("Claims.move", 2), Faults.Fault.AWAY_BEFORE);
      house.gate().call(bench.command(WRITE, call));
    }

    faults.fail(new Faults.Step("Claims.move", 1), Faults.Fault.AWAY_BEFORE);
    assertThat(house.recovery().recover()).isEqualTo(new Report(1, 1));
    assertThat(house.recovery().recover()).isEqualTo(new Report(1, 0));
  }

  @Test
  void is_ended_once_however_often_somebody_looks() {
    left(ClaimState.SENDING);

    assertThat(List.of(bench.recovery().recover(), bench.recovery().recover()))
        .containsExactly(new Report(1, 0), new Report(0, 0));
    assertThat(bench.ledger(Kind.SETTLED)).hasSize(1);
  }

  @Test
  void of_the_instance_itself_is_left_alone_even_if_it_was_not_heard_of_for_too_long() {
    bench.chat.does(
        WRITE,
        _ -> {
          bench.claims.lives(NODE, Duration.ZERO);
          assertThat(bench.recovery().recover()).isEqualTo(new Report(0, 0));
          return bench.chat.done("written", "home");
        });

    assertThat(bench.call(WRITE, CALL)).isInstanceOf(Outcome.Answered.class);
    assertThat(bench.ledger(Kind.SETTLED)).hasSize(1);
  }

  @Test
  void of_an_instance_that_lives_is_left_alone() throws Exception {
    Hanging hanging = bench.chat.hangs(WRITE);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Outcome> call = callers.submit(() -> bench.call(WRITE, CALL));
      hanging.awaitBegun();

      assertThat(bench.recovery().recover()).isEqualTo(new Report(0, 0));
      hanging.letGo();
      assertThat(call.get()).isInstanceOf(Outcome.Answered.class);
    }
  }

  /// A house that sent a write and could not store how that ended.
  private GateHouse sentThrough(Faults faults) {
    GateHouse house = GateHouse.of(List.of(bench.chat), faults.before(bench.means(NODE)));
    faults.fail(new Faults.Step("Claims.move", 2), Faults.Fault.BROKEN_BEFORE);
    house.gate().call(bench.command(WRITE, OTHER_CALL));
    return house;
  }

  private static List<Report> triedInVain(
      GateHouse house, Faults faults, Faults.Fault fault, int times) {
    return Stream.generate(
            () -> {
              faults.fail(new Faults.Step("Claims.move", 1), fault);
              return house.recovery().recover();
            })
        .limit(times)
        .toList();
  }

  private Claim leave(TenantScope scope, Instant at) {
    Claim claim = aClaim().in(scope).at(at).claim();
    bench.claims.claim(scope, claim, "node-2", Fresh.sealed(), MORNING);
    return claim;
  }

  private Recovery recoveryFailing(@Nullable TenantScope of, Runnable how) {
    return GateHouse.of(List.of(bench.chat), bench.means("node-9", new Failing(of, how)))
        .recovery();
  }

  private static void broken() {
    throw new IllegalStateException("made to fail");
  }

  private static void crashed() {
    throw new StackOverflowError("made to crash");
  }

  private static void away() {
    throw new Unavailable("the database", new IllegalStateException("made to be away"));
  }

  /// Units of work, of which none of one organization can be done, or none at all.
  private final class Failing implements UnitOfWork {
    private final @Nullable TenantScope of;
    private final Runnable how;

    Failing(@Nullable TenantScope of, Runnable how) {
      this.of = of;
      this.how = how;
    }

    @Override
    public <T> T run(TenantScope scope, Supplier<Ending<T>> work) {
      if (of == null || scope.equals(of)) {
        how.run();
      }
      return bench.units.run(scope, work);
    }
  }

  /// A claim that its instance left in that state, because it died.
  private Claim left(ClaimState state) {
    var faults = new Faults();
    GateHouse dying = GateHouse.of(List.of(bench.chat), faults.before(bench.means("node-2")));
    faults.fail(
        new Faults.Step("Claims.move", state == ClaimState.CLAIMED ? 1 : 2),
        Faults.Fault.AWAY_BEFORE);
    dying.gate().call(bench.command(WRITE, CALL));
    dying.close();

    Claim claim = bench.claims.stranded(NODE, 9).getFirst();
    assertThat(claim.state()).isEqualTo(state);
    return claim;
  }
}
