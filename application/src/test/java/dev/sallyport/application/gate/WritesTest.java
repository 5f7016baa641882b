package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.MORNING;
import static dev.sallyport.application.gate.GateBench.SCOPE;
import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.keyed;
import static dev.sallyport.application.gate.GateBench.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.backend.BackendTrouble;
import dev.sallyport.application.backend.Outcome.CredentialStale;
import dev.sallyport.application.backend.Outcome.Failed;
import dev.sallyport.application.backend.Outcome.Retry;
import dev.sallyport.application.backend.Outcome.Unknown;
import dev.sallyport.application.backend.Sending;
import dev.sallyport.application.backend.Settlement;
import dev.sallyport.application.fake.ScriptedBackend.Done;
import dev.sallyport.application.fake.ScriptedBackend.Hanging;
import dev.sallyport.application.port.in.CallTool.Listener;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.SettleClaims.Report;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Claims.Stored;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.claim.Part;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A write")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class WritesTest {
  private static final String WRITE = "notes.write";
  private static final String SEND = "messages.send";
  private static final Meter.Usage ONE_USED = new Meter.Usage(1, 0);
  private static final Meter.Usage NOTHING_USED = new Meter.Usage(0, 0);

  private final GateBench bench = aGate();

  @Test
  void is_claimed_and_entered_in_the_ledger_before_anything_leaves() {
    var seen = new AtomicReference<ClaimState>();
    bench.chat.does(
        WRITE,
        turn -> {
          seen.set(bench.claim(turn.sending().orElseThrow().claim()).claim().state());
          assertThat(bench.ledger(Kind.CLAIMED)).hasSize(1);
          assertThat(bench.usage()).isEqualTo(new Meter.Usage(0, 1));
          return bench.chat.done("written", "home");
        });

    assertThat(bench.write("a")).isInstanceOf(Outcome.Answered.class);
    assertThat(seen).hasValue(ClaimState.SENDING);
    assertThat(bench.ledger())
        .extracting(it -> it.kind())
        .containsExactly(Kind.CLAIMED, Kind.SETTLED);
    assertThat(bench.usage()).isEqualTo(ONE_USED);
  }

  @Test
  void that_succeeds_ends_its_claim_and_keeps_no_arguments() {
    Stored stored = bench.claim(claimOf(bench.write("a")));

    assertThat(stored.claim().state()).isEqualTo(ClaimState.DONE);
    assertThat(stored.arguments()).isEmpty();
    assertThat(stored.answer()).isPresent();
  }

  @Test
  void to_destroy_something_goes_the_same_way() {
    assertThat(bench.call("notes.destroy", said("home", "a"))).isInstanceOf(Outcome.Answered.class);
    assertThat(bench.ledger())
        .extracting(it -> it.kind())
        .containsExactly(Kind.CLAIMED, Kind.SETTLED);
  }

  @Test
  void can_be_told_again_by_others_although_the_first_of_its_person_was_undone() {
    var nothing = new Bounds(Quota.daily(0), Limit.NONE, Limit.NONE);
    String call = keyed("key-1", said("home", "a"));
    bench.plans.put(SomePlans.bounding(nothing, nothing), Instant.EPOCH);
    assertThat(bench.call(WRITE, call)).isInstanceOf(Outcome.QuotaExhausted.class);

    // nobody announces it, so whatever was remembered of the person still is
    bench.plans.put(SomePlans.OPEN, Instant.EPOCH);
    bench.after(Duration.ofSeconds(11));
    assertThat(bench.call(WRITE, call)).isInstanceOf(Outcome.Answered.class);
    try (var other = GateHouse.of(List.of(bench.chat), bench.means("node-2"))) {
      assertThat(other.gate().call(bench.command(WRITE, call)).outcome())
          .isInstanceOf(Outcome.AnsweredBefore.class);
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class With_a_key {
    private final String call = keyed("key-1", said("home", "a"));

    @Test
    void is_done_once_and_answered_alike_ever_after() {
      var first = (Outcome.Answered) bench.call(WRITE, call);

      assertThat(bench.after(Duration.ofDays(20)).call(WRITE, call))
          .isEqualTo(
              new Outcome.AnsweredBefore(first.json(), first.claim().orElseThrow(), MORNING, true));
      assertThat(bench.chat.acts(WRITE)).isEqualTo(1);
      assertThat(bench.usage()).isEqualTo(NOTHING_USED);
    }

    @Test
    void leaves_an_entry_each_time_it_is_told_again() {
      bench.call(WRITE, keyed("key-1", said("home", "a")));
      bench.call(WRITE, keyed("key-1", said("home", "a")));
      bench.call(WRITE, keyed("key-1", said("home", "b")));

      assertThat(bench.ledger(Kind.CLAIMED)).hasSize(1);
      assertThat(bench.ledger(Kind.REPEATED))
          .hasSize(2)
          .allSatisfy(entry -> assertThat(entry.facts().of(Fact.APPROVAL)).isEmpty());
    }

    @Test
    void is_refused_with_other_arguments() {
      bench.call(WRITE, call);

      assertThat(bench.call(WRITE, keyed("key-1", said("home", "b"))))
          .isEqualTo(new Outcome.KeyReused());
      assertThat(bench.chat.acts(WRITE)).isEqualTo(1);
    }

    @Test
    void is_the_same_however_its_arguments_are_ordered() {
      bench.call(WRITE, call);

      assertThat(
              bench.call(
                  WRITE,
                  "{\"idempotencyKey\":\"key-1\",\"to\":\"\",\"text\":\"a\",\"space\":\"home\"}"))
          .isInstanceOf(Outcome.AnsweredBefore.class);
    }

    @Test
    void is_another_of_another_grant() {
      bench.call(WRITE, call);

      assertThat(bench.byAnotherGrant().call(WRITE, call)).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void is_another_of_another_tool() {
      bench.call(WRITE, call);

      assertThat(bench.call(SEND, call)).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void is_not_told_again_to_who_may_no_longer_do_such_things() {
      bench.call(WRITE, call);

      assertThat(bench.narrowedToReading().call(WRITE, call)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void is_not_told_again_to_who_no_longer_reaches_the_place() {
      bench.call(WRITE, call);

      assertThat(bench.narrowedTo("annex").call(WRITE, call)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void is_done_by_one_of_many_who_come_at_once() throws Exception {
      try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Outcome>> calls =
            IntStream.range(0, 50)
                .mapToObj(_ -> callers.submit(() -> bench.call(WRITE, call)))
                .toList();
        for (Future<Outcome> one : calls) {
          assertThat(one.get())
              .isInstanceOfAny(
                  Outcome.Answered.class, Outcome.AnsweredBefore.class, Outcome.InProgress.class);
        }
      }
      assertThat(bench.chat.acts(WRITE)).isEqualTo(1);
      assertThat(bench.usage()).isEqualTo(ONE_USED);
    }

    @Test
    void is_in_progress_while_it_is_sent() throws Exception {
      Hanging hanging = bench.chat.hangs(WRITE);
      try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
        var first = callers.submit(() -> bench.call(WRITE, call));
        hanging.awaitBegun();

        assertThat(bench.call(WRITE, call)).isInstanceOf(Outcome.InProgress.class);

        hanging.letGo();
        assertThat(first.get()).isInstanceOf(Outcome.Answered.class);
      }
      assertThat(bench.chat.acts(WRITE)).isEqualTo(1);
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Without_a_key {
    @Test
    void is_the_same_write_for_a_minute() {
      bench.write("a");

      assertThat(bench.after(Writes.UNCHOSEN).write("a"))
          .isInstanceOfSatisfying(
              Outcome.AnsweredBefore.class, before -> assertThat(before.keyChosen()).isFalse());
      assertThat(bench.chat.acts(WRITE)).isEqualTo(1);
    }

    @Test
    void is_another_write_after_that() {
      bench.write("a");

      assertThat(bench.after(Writes.UNCHOSEN.plusSeconds(1)).write("a"))
          .isInstanceOf(Outcome.Answered.class);
      assertThat(bench.chat.acts(WRITE)).isEqualTo(2);
    }

    @Test
    void is_another_write_with_other_arguments() {
      bench.write("a");

      assertThat(bench.write("b")).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void whose_outcome_is_unknown_stays_the_same_write_for_good() {
      bench.chat.answers(WRITE, new Unknown<>("Cut off."));
      bench.write("a");

      assertThat(bench.after(Duration.ofDays(1)).write("a"))
          .isInstanceOf(Outcome.OutcomeUnknown.class);
      assertThat(bench.chat.acts(WRITE)).isEqualTo(1);
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Whose_outcome_is_unknown {
    private final String call = keyed("key-1", said("home", "a", "+15550001"));

    Whose_outcome_is_unknown() {
      bench.chat.answers(SEND, new Unknown<>("Cut off."));
    }

    @Test
    void says_so_and_keeps_what_is_needed_to_look_for_it() {
      ClaimId claim = claimOf(bench.call(SEND, call));

      assertThat(bench.claim(claim).claim().state()).isEqualTo(ClaimState.UNKNOWN);
      assertThat(bench.claim(claim).arguments()).isPresent();
      assertThat(bench.usage()).isEqualTo(ONE_USED);
    }

    @Test
    void is_not_looked_for_before_the_quiet_period_is_over() {
      bench.call(SEND, call);

      assertThat(bench.after(Duration.ofSeconds(119)).call(SEND, call))
          .isInstanceOf(Outcome.OutcomeUnknown.class);
      assertThat(bench.recovery().lookFor(bench.caller()).waiting()).isEqualTo(1);
      assertThat(bench.chat.searches()).isZero();
      assertThat(bench.chat.acts(SEND)).isEqualTo(1);
    }

    @Test
    void is_answered_once_it_is_found() {
      bench.call(SEND, call);
      bench.chat.finds(_ -> new Settlement.Found<>(new Done("found"), Provenance.NONE));

      assertThat(bench.after(Duration.ofMinutes(2)).call(SEND, call))
          .isInstanceOfSatisfying(
              Outcome.AnsweredBefore.class, before -> assertThat(before.json()).contains("found"));
      assertThat(bench.call(SEND, call)).isInstanceOf(Outcome.AnsweredBefore.class);
      assertThat(bench.chat.searches()).isEqualTo(1);
      assertThat(bench.chat.acts(SEND)).isEqualTo(1);
      assertThat(bench.usage()).isEqualTo(ONE_USED);
    }

    @Test
    void stays_so_if_it_is_not_found_and_is_not_sent_again() {
      bench.call(SEND, call);

      assertThat(bench.after(Duration.ofMinutes(2)).call(SEND, call))
          .isInstanceOfSatisfying(
              Outcome.OutcomeUnknown.class,
              unknown -> assertThat(unknown.message()).contains("new idempotencyKey"));
      assertThat(bench.chat.acts(SEND)).isEqualTo(1);
    }

    @Test
    void stays_so_if_looking_breaks() {
      bench.call(SEND, call);
      bench.chat.finds(_ -> {
        throw new IllegalStateException("a bug");
      });

      assertThat(bench.after(Duration.ofMinutes(2)).call(SEND, call))
          .isInstanceOf(Outcome.OutcomeUnknown.class);
      assertThat(bench.alarms.raised()).hasSize(1);
    }

    @Test
    void is_looked_for_with_what_it_was_sent_with() {
      bench.call(SEND, call);
      bench.chat.finds(_ -> new Settlement.Found<>(new Done("found"), Provenance.NONE));
      bench.after(Duration.ofMinutes(2));

      assertThat(bench.recovery().lookFor(bench.caller()).settled()).isEqualTo(1);
      assertThat(bench.chat.asked().getLast().said().to()).isEqualTo("+15550001");
      assertThat(bench.chat.asked().getLast().deduplicationKey())
          .isEqualTo(bench.chat.asked().get(1).deduplicationKey());
    }

    @Test
    void is_looked_for_while_its_grant_calls_for_something_else() {
      ClaimId claim = claimOf(bench.call(SEND, call));
      bench.chat.finds(_ -> new Settlement.Found<>(new Done("found"), Provenance.NONE));
      bench.after(Duration.ofMinutes(2)).read("home");

      assertThat(bench.recovery().lookForRecent()).isEqualTo(new Report(1, 0));
      assertThat(bench.claim(claim).claim().state()).isEqualTo(ClaimState.DONE);
    }

    @Test
    void is_looked_for_now_and_then_and_only_while_its_grant_calls() {
      bench.call(SEND, call);
      bench.after(Duration.ofMinutes(2));
      for (int i = 0; i < 3; i++) {
        bench.read("home");
        bench.recovery().lookForRecent();
      }
      assertThat(bench.chat.searches()).isEqualTo(1);

      for (int i = 0; i < 3; i++) {
        bench.after(Duration.ofMinutes(2)).recovery().lookForRecent();
      }
      assertThat(bench.chat.searches()).isEqualTo(2);
    }

    @Test
    void is_looked_for_ever_more_seldom_and_after_a_day_no_more() {
      bench.call(SEND, call);

      // at 2, 4, 8 … minutes and at last after 17 hours
      assertThat(searchesOf(Duration.ofDays(1))).isEqualTo(10);
      assertThat(searchesOf(Duration.ofDays(1))).isEqualTo(10);
      bench.call(SEND, call);
      assertThat(bench.chat.searches()).isEqualTo(11);
    }

    @Test
    void is_looked_for_although_the_clock_was_set_back() {
      bench.call(SEND, call);
      bench.after(Duration.ofHours(2)).read("home");
      bench.recovery().lookForRecent();

      bench.after(Duration.ofHours(-1)).read("home");
      bench.recovery().lookForRecent();
      assertThat(bench.chat.searches()).isEqualTo(2);
    }

    @Test
    void is_looked_for_by_nobody_while_somebody_does() throws Exception {
      var searching = new CountDownLatch(1);
      var letGo = new CountDownLatch(1);
      bench.call(SEND, call);
      bench.chat.finds(_ -> {
        searching.countDown();
        return waited(letGo, new Settlement.NotFound<>());
      });
      bench.after(Duration.ofMinutes(2)).read("home");
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<Report> first = threads.submit(bench.recovery()::lookForRecent);
        searching.await();
        bench.after(Duration.ofHours(1)).read("home");

        assertThat(bench.recovery().lookForRecent()).isEqualTo(new Report(0, 0));
        letGo.countDown();
        first.get();
      }
      assertThat(bench.chat.searches()).isEqualTo(1);
    }

    @Test
    void is_looked_for_with_a_few_others_in_each_turn() {
      for (int i = 0; i < Recovery.LOOKS + 2; i++) {
        bench.call(SEND, keyed("key-" + i, said("home", "a", "+15550001")));
      }
      bench.after(Duration.ofMinutes(2));

      assertThat(bench.recovery().lookFor(bench.caller()))
          .isEqualTo(new Report(0, Recovery.LOOKS + 2));
      assertThat(bench.chat.searches()).isEqualTo(Recovery.LOOKS);
      bench.recovery().lookFor(bench.caller());
      assertThat(bench.chat.searches()).isEqualTo(Recovery.LOOKS + 2);
    }

    @Test
    void is_not_looked_for_where_its_grant_no_longer_reaches() {
      bench.chat.answers(WRITE, new Unknown<>("Cut off."));
      bench.call(WRITE, keyed("key-2", said("annex", "a")));
      bench.after(Duration.ofMinutes(2)).narrowedTo("home").read("home");

      assertThat(bench.recovery().lookForRecent()).isEqualTo(new Report(0, 1));
      assertThat(bench.chat.searches()).isZero();
      assertThat(bench.alarms.raised()).isEmpty();
    }

    @Test
    void is_not_looked_for_while_the_backend_cannot_tell_what_it_concerns() {
      bench.call(SEND, call);
      bench.chat.beforeFootprints(_ -> {
        throw new BackendTrouble("It is away.");
      });
      bench.after(Duration.ofMinutes(2));

      assertThat(bench.recovery().lookFor(bench.caller())).isEqualTo(new Report(0, 1));
      assertThat(bench.chat.searches()).isZero();
      assertThat(bench.alarms.raised()).isEmpty();
    }

    @Test
    void costs_its_backend_nothing_while_it_may_be_under_way() {
      bench.call(SEND, call);
      long footprints = bench.chat.footprints(SEND);
      bench.after(Duration.ofSeconds(119));

      assertThat(bench.recovery().lookFor(bench.caller())).isEqualTo(new Report(0, 1));
      assertThat(bench.chat.footprints(SEND)).isEqualTo(footprints);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void is_looked_for_again_soon_after_its_backend_was_away(boolean alreadyForTheFootprint) {
      bench.call(SEND, call);
      bench.chat.finds(_ -> {
        throw new BackendTrouble("It is away.");
      });
      bench.chat.beforeFootprints(_ -> {
        if (alreadyForTheFootprint) {
          throw new BackendTrouble("It is away.");
        }
      });
      bench.after(Duration.ofHours(12)).recovery().lookFor(bench.caller());
      bench.chat.beforeFootprints(_ -> {});
      bench.chat.finds(_ -> new Settlement.Found<>(new Done("found"), Provenance.NONE));

      assertThat(bench.recovery().lookFor(bench.caller())).isEqualTo(new Report(0, 1));
      assertThat(bench.after(Looks.HINDERED).recovery().lookFor(bench.caller()))
          .isEqualTo(new Report(1, 0));
      assertThat(bench.alarms.raised()).isEmpty();
    }

    @Test
    void is_looked_for_by_no_more_of_a_turn_once_its_backend_was_away() {
      for (int i = 0; i < 5; i++) {
        bench.call(SEND, keyed("key-" + i, said("home", "a", "+15550001")));
      }
      bench.chat.finds(_ -> {
        throw new BackendTrouble("It is away.");
      });
      bench.after(Duration.ofMinutes(2));

      assertThat(bench.recovery().lookFor(bench.caller())).isEqualTo(new Report(0, 5));
      assertThat(bench.chat.searches()).isEqualTo(1);
    }

    @Test
    void is_looked_for_although_that_was_hindered_for_another_caller() {
      var faults = new Faults();
      try (var house = GateHouse.of(List.of(bench.chat), faults.before(bench.means("node-2")))) {
        house.gate().call(bench.command(SEND, call));
        bench.after(Duration.ofMinutes(2));
        house.gate().call(bench.command("messages.read", said("home", "about")));
        bench.byAnotherGrant();
        house.gate().call(bench.command("messages.read", said("home", "about")));

        faults.fail(new Faults.Step("Claims.unknown", 1), Faults.Fault.AWAY_BEFORE);
        house.recovery().lookForRecent();
        faults.heal();
        bench.after(Callers.PAUSE);
        house.recovery().lookForRecent();
      }
      assertThat(bench.chat.searches()).isEqualTo(1);
    }

    @Test
    void is_asked_for_in_the_next_turn_where_others_of_its_organization_were_missed() {
      var faults = new Faults();
      try (var house = GateHouse.of(List.of(bench.chat), faults.before(bench.means("node-2")))) {
        for (int grant = 2; grant <= 6; grant++) {
          bench.byGrant(grant);
          house.gate().call(bench.command("messages.read", said("home", "about")));
        }

        faults.fail(Faults.Step.every("Claims.unknown"), Faults.Fault.AWAY_BEFORE);
        house.recovery().lookForRecent();
        assertThat(faults.taken()).filteredOn(WritesTest::isAboutUnknown).hasSize(3);

        faults.heal();
        faults.watch();
        bench.after(Callers.PAUSE);
        house.recovery().lookForRecent();
        assertThat(faults.taken()).filteredOn(WritesTest::isAboutUnknown).hasSize(5);
      }
    }

    /// All searches so far, after its grant called every half minute for that long.
    private long searchesOf(Duration time) {
      long turns = time.dividedBy(Callers.PAUSE);
      for (long turn = 0; turn < turns; turn++) {
        bench.after(Callers.PAUSE).read("home");
        bench.recovery().lookForRecent();
      }
      return bench.chat.searches();
    }

    private static <T> T waited(CountDownLatch latch, T answer) {
      try {
        latch.await();
        return answer;
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts work", e);
      }
    }

    @Test
    void is_not_looked_for_in_the_name_of_who_may_no_longer_do_such_things() {
      bench.call(SEND, call);
      bench.after(Duration.ofMinutes(2)).narrowedToReading();

      assertThat(bench.recovery().lookFor(bench.caller()).waiting()).isEqualTo(1);
      assertThat(bench.chat.searches()).isZero();
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class That_fails {
    @Test
    void before_anything_was_sent_costs_nothing_and_frees_its_key() {
      bench.chat.answers(SEND, new Failed<>("No line.", Retry.SAFE));
      String call = keyed("key-1", said("home", "a", "+15550001"));

      assertThat(bench.call(SEND, call)).isEqualTo(new Outcome.Failed("No line.", true));
      assertThat(bench.usage()).isEqualTo(NOTHING_USED);

      bench.chat.answers(SEND, bench.chat.done("sent", "home"));
      assertThat(bench.call(SEND, call)).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void for_good_is_told_again_and_costs_nothing() {
      bench.chat.answers(WRITE, new Failed<>("No such note.", Retry.USELESS));
      String call = keyed("key-1", said("home", "a"));

      assertThat(bench.call(WRITE, call)).isEqualTo(new Outcome.Failed("No such note.", false));
      assertThat(bench.call(WRITE, call)).isEqualTo(new Outcome.Failed("No such note.", false));
      assertThat(bench.chat.acts(WRITE)).isEqualTo(1);
      assertThat(bench.usage()).isEqualTo(NOTHING_USED);
    }

    @Test
    void because_its_credential_is_stale_was_not_sent_and_asks_to_link_again() {
      bench.linkedTo("key-1").phone.answers(WRITE, new CredentialStale<>());

      assertThat(bench.call("phone_notes.write", said("home", "a")))
          .isInstanceOf(Outcome.Refused.class);
      bench.call("phone_notes.write", said("home", "a"));

      assertThat(bench.phone.acts(WRITE)).isEqualTo(1);
      assertThat(bench.usage()).isEqualTo(NOTHING_USED);
    }

    @Test
    void in_a_way_nobody_foresaw_is_unknown_and_raises_an_alarm() {
      bench.chat.does(
          WRITE,
          _ -> {
            throw new IllegalStateException("a bug");
          });

      assertThat(bench.write("a")).isInstanceOf(Outcome.OutcomeUnknown.class);
      assertThat(bench.alarms.raised()).hasSize(1);
      assertThat(bench.usage()).isEqualTo(ONE_USED);
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Whose_caller_does_not_wait {
    @Test
    void is_not_begun_when_its_time_is_over() {
      assertThat(bench.waiting(Duration.ZERO).write("a")).isEqualTo(new Outcome.Abandoned(true));
      assertThat(bench.chat.asked()).isEmpty();
    }

    @Test
    void is_not_claimed_if_time_is_over_once_it_was_decided() {
      bench.chat.beforeFootprints(_ -> bench.after(GateBench.PATIENCE));

      assertThat(bench.write("a")).isEqualTo(new Outcome.Abandoned(true));
      assertThat(bench.chat.acts(WRITE)).isZero();
      assertThat(bench.ledger()).isEmpty();
    }

    @Test
    void is_finished_and_stored_all_the_same_once_it_is_being_sent() {
      Hanging hanging = bench.chat.hangs(WRITE);
      bench.waiting(Duration.ofMillis(20));

      var outcome = (Outcome.InProgress) bench.write("a");
      hanging.letGo();
      bench.close();

      assertThat(hanging.wasCancelled()).isFalse();
      assertThat(bench.claim(outcome.claim()).claim().state()).isEqualTo(ClaimState.DONE);
    }

    @Test
    void is_unknown_if_the_tool_breaks_in_a_way_no_program_survives() {
      bench.chat.does(
          WRITE,
          _ -> {
            throw new StackOverflowError();
          });

      var outcome = (Outcome.OutcomeUnknown) bench.write("a");

      assertThat(bench.claim(outcome.claim()).claim().state()).isEqualTo(ClaimState.UNKNOWN);
      assertThat(bench.alarms.raised()).singleElement().isInstanceOf(Alarm.Bug.class);
    }

    @Test
    void is_finished_and_stored_even_if_the_caller_is_interrupted() throws Exception {
      Hanging hanging = bench.chat.hangs(WRITE);
      var outcome = new AtomicReference<Outcome>();
      Thread caller = Thread.startVirtualThread(() -> outcome.set(bench.write("a")));
      hanging.awaitBegun();

      caller.interrupt();
      caller.join();
      hanging.letGo();
      bench.close();

      assertThat(outcome).hasValue(new Outcome.Abandoned(false));
      assertThat(hanging.wasCancelled()).isFalse();
      assertThat(bench.ledger(Kind.SETTLED))
          .singleElement()
          .satisfies(entry -> assertThat(entry.facts().of(Fact.OUTCOME)).hasValue("done"));
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Whose_answer_comes_from_outside_the_reach {
    private final Outcome outcome;

    Whose_answer_comes_from_outside_the_reach() {
      bench.chat.answers(WRITE, bench.chat.done("secret plans", "finance"));
      outcome = bench.write("a");
    }

    @Test
    void is_withheld_with_an_alarm_and_an_entry_though_it_was_done() {
      var withheld = (Outcome.Withheld) outcome;

      assertThat(bench.claim(withheld.claim().orElseThrow()).claim().state())
          .isEqualTo(ClaimState.DONE);
      assertThat(bench.alarms.raised()).hasSize(1);
      assertThat(bench.ledger())
          .extracting(it -> it.kind())
          .containsExactlyInAnyOrder(Kind.CLAIMED, Kind.ALARM, Kind.SETTLED);
    }

    @Test
    void is_never_told_later() {
      assertThat(bench.write("a")).isEqualTo(outcome);
      assertThat(bench.claim(((Outcome.Withheld) outcome).claim().orElseThrow()).answer())
          .isEmpty();
    }
  }

  private Provenance outside(String number) {
    return new Provenance(
        List.of(
            new Provenance.Source(
                bench.chat.space("home"),
                new Provenance.Author.Outside(Recipient.phone(number, "US")))));
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class That_is_told_again {
    private final String call = keyed("key-1", said("home", "a"));

    @Test
    void is_withheld_once_the_grant_no_longer_reaches_where_its_answer_came_from() {
      bench.chat.answers(WRITE, bench.chat.done("plans of the annex", "annex"));
      assertThat(bench.call(WRITE, call)).isInstanceOf(Outcome.Answered.class);

      assertThat(bench.narrowedTo("home").call(WRITE, call)).isInstanceOf(Outcome.Withheld.class);
    }

    @Test
    void taints_the_grant_as_it_did_the_first_time() {
      bench.chat.answers(
          WRITE,
          new dev.sallyport.application.backend.Outcome.Done<>(
              new Done("words"), outside("+15550666")));
      bench.call(WRITE, call);
      bench.after(Duration.ofDays(1)).call(WRITE, call);

      assertThat(bench.send("a", "+15550777")).isInstanceOf(Outcome.ApprovalNeeded.class);
    }

    @Test
    void is_withheld_with_an_alarm_if_it_is_found_outside_the_reach() {
      bench.chat.answers(WRITE, new Unknown<>("Cut off."));
      bench.call(WRITE, call);
      bench.chat.finds(_ ->
          new Settlement.Found<>(
              new Done("secret plans"), Provenance.inside(bench.chat.space("finance"))));

      assertThat(bench.after(Duration.ofMinutes(5)).call(WRITE, call))
          .isInstanceOf(Outcome.Withheld.class);
      assertThat(bench.alarms.raised()).hasSize(1);
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Of_many_parts {
    private static final String BLAST = "messages.blast";

    private final List<Sending.Start> starts = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    @Test
    void starts_each_of_them_once() {
      bench.chat.does(
          BLAST,
          turn -> {
            Sending sending = turn.sending().orElseThrow();
            for (int number : List.of(0, 1, 1, 2)) {
              starts.add(sending.part(number).start());
            }
            sending.part(0).done("ref-0");
            sending.part(1).failedBeforeSend();
            sending.part(2).unknown();
            return bench.chat.done("three", "home");
          });
      ClaimId claim = claimOf(blast());

      assertThat(starts)
          .containsExactly(
              Sending.Start.GO, Sending.Start.GO, Sending.Start.ALREADY_STARTED, Sending.Start.GO);
      assertThat(bench.claims.parts(SCOPE, claim))
          .containsExactly(
              new Part(0, Part.State.DONE, "ref-0"),
              new Part(1, Part.State.FAILED_BEFORE_SEND, ""),
              new Part(2, Part.State.UNKNOWN, ""));
    }

    @Test
    void gives_each_a_key_of_its_own_that_stays_the_same_for_the_callers_key() {
      bench.chat.does(
          BLAST,
          turn -> {
            Sending sending = turn.sending().orElseThrow();
            keys.add(sending.part(0).deduplicationKey());
            keys.add(sending.part(1).deduplicationKey());
            keys.add(sending.deduplicationKey());
            return new Failed<>("Not now.", Retry.SAFE);
          });
      bench.call(BLAST, keyed("key-1", said("home", "a", "+15550001")));
      bench.call(BLAST, keyed("key-1", said("home", "a", "+15550001")));
      bench.call(BLAST, keyed("key-2", said("home", "a", "+15550001")));

      assertThat(keys.subList(0, 3)).isEqualTo(keys.subList(3, 6));
      assertThat(keys.get(0)).isEqualTo(keys.get(2)).isNotEqualTo(keys.get(1));
      assertThat(keys.subList(6, 9)).doesNotContainAnyElementsOf(keys.subList(0, 3));
    }

    @Test
    void gives_calls_without_a_key_keys_that_differ_though_they_say_the_same() {
      bench.chat.does(
          BLAST,
          turn -> {
            keys.add(turn.sending().orElseThrow().deduplicationKey());
            return bench.chat.done("sent", "home");
          });
      blast();
      bench.after(Duration.ofDays(1));
      blast();

      assertThat(keys).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void costs_as_many_units_as_it_reaches_people() {
      blast();

      assertThat(bench.usage()).isEqualTo(new Meter.Usage(3, 0));
    }

    @Test
    void may_reach_very_many_people() {
      String[] numbers =
          IntStream.range(0, 2_000)
              .mapToObj(number -> "+1555%07d".formatted(number))
              .toArray(String[]::new);

      assertThat(bench.call(BLAST, said("home", "a", numbers)))
          .isInstanceOf(Outcome.Answered.class);
    }

    private Outcome blast() {
      return bench.call(BLAST, said("home", "a", "+15550001", "+15550002", "+15550003"));
    }
  }

  @Test
  void is_not_undone_because_its_listener_has_gone() {
    var gone = new AtomicReference<>(false);
    bench.heardBy(
        new Listener() {
          @Override
          public boolean gone() {
            return gone.get();
          }

          @Override
          public void progress(double done, double of) {}
        });
    bench.chat.does(
        WRITE,
        turn -> {
          gone.set(true);
          assertThat(turn.access().cancelled()).isFalse();
          return bench.chat.done("written", "home");
        });

    assertThat(bench.write("a")).isInstanceOf(Outcome.Answered.class);
  }

  private static ClaimId claimOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered answered -> answered.claim().orElseThrow();
      case Outcome.OutcomeUnknown unknown -> unknown.claim();
      default -> throw new AssertionError(outcome);
    };
  }

  private static boolean isAboutUnknown(Faults.Step step) {
    return step.method().equals("Claims.unknown");
  }
}
