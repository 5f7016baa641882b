package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.CHAT;
import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.backend.BackendTrouble;
import dev.sallyport.application.backend.Outcome.Failed;
import dev.sallyport.application.backend.Outcome.NeedsInput;
import dev.sallyport.application.backend.Outcome.Retry;
import dev.sallyport.application.backend.Outcome.Unknown;
import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.fake.ScriptedBackend.Done;
import dev.sallyport.application.fake.ScriptedBackend.Hanging;
import dev.sallyport.application.port.in.CallTool;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Listener;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.SomePlans;
import dev.sallyport.domain.content.Content;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.content.Severity;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Level;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.plan.Window;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A read")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class ReadsTest {
  private static final int LONGEST = 8_388_608;
  private static final Outcome.Failed TOO_LONG =
      new Outcome.Failed(
          "The answer has more than 8388608 characters and was not passed on.", false);

  private static final String READ = "messages.read";
  private static final Map<String, Question> QUESTION =
      Map.of("color", new Question.Form("Which color?", "{}"));

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class From_memory {
    @Test
    void is_answered_without_asking_the_backend_again() {
      GateBench bench = aGate();

      var first = (Outcome.Answered) bench.read("home");
      var second = (Outcome.Answered) bench.read("home");

      assertThat(second.json()).as("the very text").isSameAs(first.json());
      assertThat(first.remembered()).isFalse();
      assertThat(second.remembered()).isTrue();
      assertThat(bench.chat.acts(READ)).isEqualTo(1);
      assertThat(bench.ledger(Kind.READ)).hasSize(2);
      assertThat(bench.usage()).isEqualTo(new Meter.Usage(2, 0));
    }

    @Test
    void ends_with_the_time_that_the_plan_gives_it() {
      GateBench bench = aGate();
      bench.read("home");

      bench.after(SomePlans.OPEN.cacheLifetime()).read("home");

      assertThat(bench.chat.acts(READ)).isEqualTo(2);
    }

    @Test
    void is_only_for_tools_that_say_so() {
      GateBench bench = aGate();
      bench.call("messages.peek", said("home", "a"));
      bench.call("messages.peek", said("home", "a"));

      assertThat(bench.chat.acts("messages.peek")).isEqualTo(2);
    }

    @Test
    void is_the_same_however_its_arguments_are_ordered_and_spelled() {
      GateBench bench = aGate();
      bench.call(READ, "{\"space\":\"home\",\"text\":\"a\",\"to\":\"\"}");
      bench.call(READ, " { \"to\":\"\", \"text\":\"\\u0061\", \"space\":\"home\" } ");

      assertThat(bench.chat.acts(READ)).isEqualTo(1);
    }

    @Test
    void differs_by_arguments_grant_language_and_plan() {
      GateBench bench = aGate();
      bench.call(READ, said("home", "a"));
      bench.call(READ, said("home", "b"));
      bench.in(ZoneId.of("Europe/Berlin")).call(READ, said("home", "a"));
      bench.speaking(Locale.GERMAN).call(READ, said("home", "a"));
      bench.onPlan(cachingPlan()).call(READ, said("home", "a"));
      bench.byAnotherGrant().call(READ, said("home", "a"));

      assertThat(bench.chat.acts(READ)).isEqualTo(6);
    }

    @Test
    void is_not_what_was_answered_for_want_of_somebody_to_ask() {
      GateBench bench = aGate();
      bench.chat.does(READ, turn -> asked(bench, turn));
      bench.read("home");

      assertThat(bench.heardBy(new Told("one", true, Set.of())).read("home"))
          .isInstanceOf(Outcome.InputNeeded.class);
    }

    @Test
    void is_over_when_the_grant_changes_in_any_way() {
      GateBench bench = aGate();
      bench.read("home");

      bench.narrowed(Narrowing.toRecipients("+1")).read("home");

      assertThat(bench.chat.acts(READ)).isEqualTo(2);
    }

    @Test
    void is_over_once_something_was_written() {
      GateBench bench = aGate();
      bench.read("home");
      bench.write("news");

      bench.read("home");

      assertThat(bench.chat.acts(READ)).isEqualTo(2);
    }

    @Test
    void is_passed_over_for_who_asks_for_fresh_and_whose_plan_allows_it() {
      GateBench bench = aGate().askingForFresh();
      bench.read("home");
      bench.read("home");
      assertThat(bench.chat.acts(READ)).isEqualTo(2);

      GateBench frugal = aGate().onPlan(cachingPlan()).askingForFresh();
      frugal.read("home");
      frugal.read("home");
      assertThat(frugal.chat.acts(READ)).isEqualTo(1);
    }

    @Test
    void is_refused_once_the_grant_is_revoked() {
      GateBench bench = aGate();
      bench.read("home");

      assertThat(bench.revoked().read("home")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void is_refused_once_the_grant_is_narrowed_to_other_places() {
      GateBench bench = aGate();
      bench.read("home");

      assertThat(bench.narrowedTo("annex").read("home")).isInstanceOf(Outcome.Refused.class);
      assertThat(bench.chat.acts(READ)).isEqualTo(1);
    }

    @Test
    void never_is_an_answer_that_failed() {
      for (var failure :
          List.of(new Failed<Done>("no", Retry.USELESS), new Unknown<Done>("perhaps"))) {
        GateBench bench = aGate();
        bench.chat.answers(READ, failure);

        assertThat(bench.read("home")).isInstanceOf(Outcome.Failed.class);
        assertThat(bench.read("home")).isInstanceOf(Outcome.Failed.class);
        assertThat(bench.chat.acts(READ)).isEqualTo(2);
      }
    }

    @Test
    void never_is_what_was_asked_before_something_was_written_meanwhile() {
      GateBench bench = aGate();
      bench.chat.does(
          READ,
          turn -> {
            bench.write("meanwhile");
            return bench.chat.done("old", turn.said().space());
          });
      bench.read("home");

      bench.chat.answers(READ, bench.chat.done("new", "home"));
      bench.read("home");

      assertThat(bench.chat.acts(READ)).isEqualTo(2);
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Whose_answer_comes_from_outside_the_reach {
    private final GateBench bench = aGate();

    Whose_answer_comes_from_outside_the_reach() {
      bench.chat.answers(READ, bench.chat.done("secret plans", "finance"));
    }

    @Test
    void is_withheld_with_an_alarm_and_an_entry() {
      assertThat(bench.read("home")).isEqualTo(new Outcome.Withheld(java.util.Optional.empty()));
      assertThat(bench.alarms.raised())
          .singleElement()
          .isInstanceOfSatisfying(
              Alarm.OutsideReach.class, alarm -> assertThat(alarm.backend()).isEqualTo(CHAT));
      assertThat(bench.ledger()).extracting(it -> it.kind()).containsExactly(Kind.ALARM);
    }

    @Test
    void is_withheld_from_memory_too() {
      bench.read("home");
      bench.read("home");

      assertThat(bench.chat.acts(READ)).isEqualTo(1);
      assertThat(bench.alarms.raised()).hasSize(2);
      assertThat(bench.ledger(Kind.ALARM)).hasSize(2);
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class While_the_backend_is_asked {
    private final GateBench bench = aGate();

    @Test
    void is_not_answered_if_the_grant_is_revoked() {
      bench.chat.does(
          READ,
          turn -> {
            bench.revoked();
            return bench.chat.done("too late", turn.said().space());
          });

      assertThat(bench.read("home")).isInstanceOf(Outcome.Refused.class);
      assertThat(bench.ledger()).extracting(it -> it.kind()).containsExactly(Kind.DENIED);
    }

    @Test
    void is_withheld_if_the_place_is_taken_back_and_that_is_no_fault_of_the_backend() {
      bench.chat.does(
          READ,
          turn -> {
            bench.narrowedTo("annex");
            return bench.chat.done("too late", turn.said().space());
          });

      assertThat(bench.read("home")).isInstanceOf(Outcome.Withheld.class);
      assertThat(bench.alarms.raised()).isEmpty();
    }

    @Test
    void is_answered_if_something_else_changed() {
      bench.chat.does(
          READ,
          turn -> {
            bench.withBudget(new Budget(1, 1, 1));
            return bench.chat.done("in time", turn.said().space());
          });

      assertThat(bench.read("home")).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void is_not_asked_at_all_if_the_grant_is_revoked_while_it_looks() {
      bench.chat.beforeFootprints(_ -> bench.revoked());

      assertThat(bench.read("home")).isInstanceOf(Outcome.Refused.class);
      assertThat(bench.chat.acts(READ)).isZero();
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Asked_by_many_at_once {
    private final GateBench bench = aGate();

    @Test
    void is_asked_once_and_answers_all_of_them() throws Exception {
      Hanging hanging = bench.chat.hangs(READ);
      try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Outcome>> calls =
            IntStream.range(0, 100)
                .mapToObj(_ -> callers.submit(() -> bench.read("home")))
                .toList();
        hanging.awaitBegun();
        awaitFootprints(100);
        awaitReserved(100);
        hanging.letGo();

        for (Future<Outcome> call : calls) {
          assertThat(call.get()).isInstanceOf(Outcome.Answered.class);
        }
      }
      assertThat(bench.chat.acts(READ)).isEqualTo(1);
      assertThat(bench.usage()).isEqualTo(new Meter.Usage(100, 0));
    }

    @Test
    void is_made_for_each_that_can_be_asked_something_else() throws Exception {
      var both = new Phaser(2);
      bench.chat.does(
          "messages.peek",
          turn -> {
            both.arriveAndAwaitAdvance();
            return asked(bench, turn);
          });
      BlockingQueue<Answer> mute = started("messages.peek");
      bench.heardBy(new Told("one", true, Set.of()));
      BlockingQueue<Answer> askable = started("messages.peek");

      assertThat(askable.take().outcome()).isInstanceOf(Outcome.InputNeeded.class);
      assertThat(mute.take().outcome()).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void is_made_for_each_whose_token_covers_something_else() throws Exception {
      var both = new Phaser(2);
      bench.chat.does(
          READ,
          turn -> {
            both.arriveAndAwaitAdvance();
            return bench.chat.done("both", turn.said().space());
          });
      BlockingQueue<Answer> wide = started(READ);
      bench.withToken(Scopes.of(new Scope("messages:read")));
      BlockingQueue<Answer> narrow = started(READ);

      assertThat(wide.take().outcome()).isInstanceOf(Outcome.Answered.class);
      assertThat(narrow.take().outcome()).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void tells_each_of_them_on_its_way() throws Exception {
      Set<String> told = ConcurrentHashMap.newKeySet();
      Set<String> all =
          Set.of("one's progress", "one's log", "another's progress", "another's log");
      bench.chat.does(
          READ,
          turn -> {
            while (!told.containsAll(all) && !turn.access().cancelled()) {
              turn.access().progress(1, 2);
              turn.access().log(Severity.INFO, "half of it");
            }
            return bench.chat.done("told", turn.said().space());
          });
      bench.heardBy(new Told("one", false, told));
      BlockingQueue<Answer> one = started(READ);
      bench.heardBy(new Told("another", false, told));
      BlockingQueue<Answer> another = started(READ);

      assertThat(one.take().outcome()).isInstanceOf(Outcome.Answered.class);
      assertThat(another.take().outcome()).isInstanceOf(Outcome.Answered.class);
      assertThat(told).isEqualTo(all);
      assertThat(bench.chat.acts(READ)).isEqualTo(1);
    }

    private BlockingQueue<Answer> started(String tool) {
      var answers = new ArrayBlockingQueue<Answer>(1);
      bench.gate().start(bench.command(tool, said("home", "a")), answers::add);
      return answers;
    }

    @Test
    void goes_on_for_the_others_when_one_leaves_and_ends_with_the_last() throws Exception {
      Hanging hanging = bench.chat.hangs("messages.peek");
      var answers = new AtomicInteger();
      Thread first = leavingCaller(answers);
      hanging.awaitBegun();
      // of those aboard, the read asks whether they are gone
      var asked = new CountDownLatch(3);
      bench.heardBy(asking(asked));
      Thread second = leavingCaller(answers);
      asked.await();

      first.interrupt();
      first.join();
      assertThat(hanging.wasCancelled()).isFalse();

      second.interrupt();
      hanging.awaitCancelled();
      second.join();
      assertThat(answers).hasValue(2);
      assertThat(bench.chat.acts("messages.peek")).isEqualTo(1);
    }

    @Test
    void is_answered_in_time_to_whoever_did_not_wait_on_a_thread() throws Exception {
      Hanging hanging = bench.chat.hangs("messages.peek");
      var answers = new SynchronousQueue<Answer>();
      CallTool gate = bench.waiting(Duration.ofMillis(20)).gate();
      gate.start(bench.command("messages.peek", said("home", "a")), put(answers));

      assertThat(answers.take().outcome()).isEqualTo(new Outcome.Abandoned(true));
      hanging.awaitCancelled();
    }

    @Test
    void is_told_to_whoever_started_it_even_if_nobody_can_call_any_more() throws Exception {
      bench.close();
      var answers = new ArrayBlockingQueue<Answer>(1);
      bench.gate().start(bench.command(READ, said("home", "a")), answers::add);

      assertThat(answers.take().outcome()).isEqualTo(new Outcome.Unavailable());
    }

    @Test
    void raises_an_alarm_if_whoever_is_told_of_it_breaks() throws Exception {
      var told = new CountDownLatch(1);
      bench
          .gate()
          .start(
              bench.command(READ, said("home", "a")),
              _ -> {
                told.countDown();
                throw new IllegalStateException("the door is broken");
              });
      told.await();
      bench.close();

      assertThat(bench.alarms.raised()).singleElement().isInstanceOf(Alarm.Bug.class);
    }

    private static Consumer<Answer> put(SynchronousQueue<Answer> answers) {
      return answer -> {
        try {
          answers.put(answer);
        } catch (InterruptedException e) {
          throw new IllegalStateException("nobody interrupts a test", e);
        }
      };
    }

    private static Listener asking(CountDownLatch asked) {
      return new Listener() {
        @Override
        public boolean gone() {
          asked.countDown();
          return false;
        }

        @Override
        public void progress(double done, double of) {}
      };
    }

    private Thread leavingCaller(AtomicInteger answers) {
      return Thread.startVirtualThread(() -> {
        if (bench.call("messages.peek", said("home", "a")).equals(new Outcome.Abandoned(false))) {
          answers.incrementAndGet();
        }
      });
    }

    private void awaitFootprints(int count) {
      while (bench.chat.footprints(READ) < count) {
        Thread.onSpinWait();
      }
    }

    // a caller whose units are promised is about to board
    private void awaitReserved(int count) {
      while (bench.usage().reserved() < count) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void of_200_callers_at_once_gives_each_its_own_answer() throws Exception {
    GateBench bench = aGate();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> calls =
          IntStream.range(0, 2_000)
              .mapToObj(i -> callers.submit(() -> isOwn(bench, "marker-" + i % 200 + "-")))
              .toList();

      for (Future<Boolean> call : calls) {
        assertThat(call.get()).isTrue();
      }
    }
    assertThat(bench.limiter.leasesOut()).isZero();
  }

  @Test
  void whose_deadline_has_passed_asks_nobody() {
    GateBench bench = aGate().waiting(Duration.ZERO);

    assertThat(bench.read("home")).isEqualTo(new Outcome.Abandoned(true));
    assertThat(bench.chat.asked()).isEmpty();
    assertThat(bench.usage()).isEqualTo(new Meter.Usage(0, 0));
  }

  @Test
  void that_nobody_listens_to_any_more_asks_nobody() {
    GateBench bench = aGate().heardBy(gone());

    assertThat(bench.read("home")).isEqualTo(new Outcome.Abandoned(false));
    assertThat(bench.chat.asked()).isEmpty();
  }

  @Test
  void that_takes_too_long_is_given_up_and_costs_nothing() {
    GateBench bench = aGate().waiting(Duration.ofMillis(20));
    Hanging hanging = bench.chat.hangs(READ);

    assertThat(bench.read("home")).isEqualTo(new Outcome.Abandoned(true));
    hanging.awaitCancelled();
    assertThat(bench.usage()).isEqualTo(new Meter.Usage(0, 0));
    assertThat(bench.limiter.leasesOut()).isZero();
  }

  @Test
  void that_fails_costs_nothing_and_may_be_tried_again_if_the_backend_says_so() {
    GateBench bench = aGate();
    bench.chat.answers(READ, new Failed<>("Not now.", Retry.SAFE));

    assertThat(bench.read("home")).isEqualTo(new Outcome.Failed("Not now.", true));
    assertThat(bench.usage()).isEqualTo(new Meter.Usage(0, 0));
  }

  @Test
  void whose_answer_is_too_long_failed_and_costs_nothing() {
    GateBench bench = aGate();
    bench.chat.answers(
        READ,
        new dev.sallyport.application.backend.Outcome.Done<>(
            new Done("x".repeat(LONGEST)), Provenance.NONE));

    assertThat(bench.read("home")).isEqualTo(TOO_LONG);
    assertThat(bench.usage()).isEqualTo(new Meter.Usage(0, 0));
  }

  @Test
  void that_shows_too_much_beside_its_answer_failed_too() {
    GateBench bench = aGate();
    bench.chat.answers(
        READ,
        new dev.sallyport.application.backend.Outcome.Done<>(
            new Done(""), List.of(new Content.Text("x".repeat(LONGEST))), Provenance.NONE));

    assertThat(bench.read("home")).isEqualTo(TOO_LONG);
  }

  private static dev.sallyport.application.backend.Outcome<Done> asked(
      GateBench bench, ScriptedBackend.Turn turn) {
    return turn.access().canAsk(Question.Kind.FORM)
        ? new NeedsInput<>(QUESTION, "state")
        : bench.chat.done("nothing to ask", turn.said().space());
  }

  /// One who can be asked forms or not, and notes what it is told.
  private record Told(String name, boolean canBeAsked, Set<String> told) implements Listener {
    @Override
    public boolean gone() {
      return false;
    }

    @Override
    public void progress(double done, double of) {
      told.add(name + "'s progress");
    }

    @Override
    public void log(Severity severity, String line) {
      told.add(name + "'s log");
    }

    @Override
    public boolean canBeAsked(Question.Kind kind) {
      return canBeAsked && kind == Question.Kind.FORM;
    }
  }

  private static boolean isOwn(GateBench bench, String marker) {
    Answer answer = bench.answer(READ, said("home", marker));
    return answer.outcome() instanceof Outcome.Answered answered
        && answered.json().contains(marker);
  }

  private static Plan cachingPlan() {
    Plan open = SomePlans.OPEN;
    return new Plan(
        new dev.sallyport.domain.id.PlanId("caching"),
        "Caching",
        1,
        open.entitlements(),
        new Bounds(Quota.NONE, Limit.NONE, Limit.NONE),
        Bounds.NONE,
        Limit.NONE,
        open.pool(),
        open.expense(),
        open.overages(),
        Duration.ofMinutes(5),
        false);
  }

  private static Listener gone() {
    return new Listener() {
      @Override
      public boolean gone() {
        return true;
      }

      @Override
      public void progress(double done, double of) {}
    };
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Which_the_person_approves {
    private static final Plan ASKING = SomePlans.askingBeforeReads();

    private final GateBench bench = aGate().onPlan(ASKING);
    private final ApprovalId asked = asked(bench.read("home"));

    @Test
    void is_answered_once_for_each_approval_and_says_by_which() {
      bench.approves(asked);

      assertThat(bench.read("home")).isInstanceOf(Outcome.Answered.class);
      assertThat(asked(bench.read("home"))).isNotEqualTo(asked);
      assertThat(bench.ledger(Kind.READ))
          .singleElement()
          .satisfies(entry -> assertThat(entry.facts().of(Fact.APPROVAL)).hasValue(asked.value()));
    }

    @Test
    void leaves_an_entry_also_where_the_operator_wants_none_of_plain_reads() {
      bench.entries.leaveOutPlainReads();
      bench.approves(asked);
      bench.read("home");
      bench.onPlan(SomePlans.OPEN).read("home");

      assertThat(bench.ledger(Kind.READ))
          .singleElement()
          .satisfies(entry -> assertThat(entry.facts().of(Fact.APPROVAL)).hasValue(asked.value()));
    }

    @Test
    void leaves_an_entry_when_its_approval_is_used_just_before() {
      bench.approves(asked);

      assertThat(
              bench.overtaken(
                  new Faults.Step("Approvals.use", 1),
                  bench.command(READ, said("home", "about")),
                  () -> bench.read("home")))
          .isInstanceOf(Outcome.Refused.class);
      assertThat(bench.ledger(Kind.DENIED)).hasSize(1);
    }

    @Test
    void keeps_its_approval_when_the_quota_is_exhausted() {
      bench.approves(asked);
      bench.onPlan(SomePlans.giving(SomePlans.OPEN, Quota.daily(1))).read("annex");

      assertThat(bench.onPlan(SomePlans.giving(ASKING, Quota.daily(1))).read("home"))
          .isInstanceOf(Outcome.QuotaExhausted.class);

      assertThat(bench.onPlan(ASKING).read("home")).isInstanceOf(Outcome.Answered.class);
    }

    private static ApprovalId asked(Outcome outcome) {
      return ((Outcome.ApprovalNeeded) outcome).approval();
    }
  }

  @Test
  void of_a_quota_that_is_nearly_used_up_carries_a_warning() {
    GateBench bench = aGate().onPlan(SomePlans.giving(SomePlans.OPEN, Quota.daily(5)));
    IntStream.range(0, 3).forEach(n -> bench.call(READ, said("home", "a" + n)));

    Answer answer = bench.answer(READ, said("home", "b"));

    assertThat(answer.warnings())
        .containsExactly(
            new CallTool.Warning(
                Level.PERSON,
                Window.Span.DAY,
                5,
                4,
                Window.dayOf(bench.clock.instant()).resetsAt()));
  }

  @Test
  void that_its_backend_cannot_do_failed_and_may_be_made_again() {
    GateBench bench = aGate();
    bench.chat.does(
        READ,
        _ -> {
          throw new BackendTrouble("The chat is away.", new IllegalStateException());
        });

    assertThat(bench.read("home")).isEqualTo(new Outcome.Failed("The chat is away.", true));
    assertThat(bench.alarms.raised()).isEmpty();
  }
}
