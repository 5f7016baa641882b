package dev.sallyport.application.gate;

import static dev.sallyport.application.gate.GateBench.MORNING;
import static dev.sallyport.application.gate.GateBench.NODE;
import static dev.sallyport.application.gate.GateBench.aGate;
import static dev.sallyport.application.gate.GateBench.keyed;
import static dev.sallyport.application.gate.GateBench.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.backend.Outcome.Done;
import dev.sallyport.application.backend.Outcome.Unknown;
import dev.sallyport.application.backend.Settlement;
import dev.sallyport.application.fake.ScriptedBackend;
import dev.sallyport.application.gate.Faults.Fault;
import dev.sallyport.application.gate.Faults.Step;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Provenance.Author;
import dev.sallyport.domain.tool.Provenance.Source;
import dev.sallyport.domain.tool.Recipient;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Whatever the gate leans on fails, at whichever step:")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class FaultsTest {
  private static final String BOB = "+15550001";
  private static final String SEND = "messages.send";
  private static final String WRITE = "notes.write";

  /// No store is asked for it, and nobody waits for a call that has no name.
  private static final Step NAMING = new Step("Randomness.bytes", 1);

  /// A place that is not given back is forgotten in time, so this alone may fail unnoticed.
  private static final Set<String> NEEDLESS = Set.of("Limiter.release", "Arguments.Form.unfit");

  /// A call, what has to be so before it, how many steps it takes, and how it ends when all is
  /// well.
  enum Way {
    READ("messages.read", Outcome.Answered.class, 27),
    READ_FROM_MEMORY("messages.read", Outcome.Answered.class, 18),
    WRITING(WRITE, Outcome.Answered.class, 53),
    SENDING(SEND, Outcome.Answered.class, 65),
    ASKING(SEND, Outcome.ApprovalNeeded.class, 42),
    SENDING_WHAT_WAS_APPROVED(SEND, Outcome.Answered.class, 67),
    TELLING_AGAIN(WRITE, Outcome.AnsweredBefore.class, 21),
    FINDING_WHAT_WAS_SENT(WRITE, Outcome.AnsweredBefore.class, 35),
    DENYING("messages.read", Outcome.Refused.class, 20);

    private final String tool;
    private final Class<? extends Outcome> end;
    private final int steps;

    Way(String tool, Class<? extends Outcome> end, int steps) {
      this.tool = tool;
      this.end = end;
      this.steps = steps;
    }

    String call() {
      return switch (this) {
        case READ, READ_FROM_MEMORY -> said("home", "about");
        case DENYING -> said("finance", "about");
        default -> keyed("key-1", said("home", "a", BOB));
      };
    }

    boolean changesSomething() {
      return tool.equals(SEND) || tool.equals(WRITE);
    }

    void prepare(GateBench bench) {
      switch (this) {
        case READ, WRITING, DENYING -> {}
        case READ_FROM_MEMORY, TELLING_AGAIN -> bench.call(tool, call());
        case SENDING -> bench.chat.answers(SEND, words(bench, BOB));
        case ASKING -> taint(bench);
        case SENDING_WHAT_WAS_APPROVED -> {
          taint(bench);
          bench.approves(((Outcome.ApprovalNeeded) bench.call(tool, call())).approval());
        }
        case FINDING_WHAT_WAS_SENT -> {
          bench.chat.answers(WRITE, new Unknown<>("Cut off."));
          bench.call(tool, call());
          bench.after(ScriptedBackend.QUIET);
          bench.chat.finds(
              _ -> new Settlement.Found<>(new ScriptedBackend.Done("found"), Provenance.NONE));
        }
      }
    }

    private static void taint(GateBench bench) {
      bench.chat.answers("messages.read", words(bench, "+15550666"));
      bench.read("home");
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void nothing_is_allowed_or_lost_and_the_next_call_is_well(Way way) {
    Set<Step> steps = stepsOf(way);
    Set<String> pairs = new HashSet<>();
    for (Step step : steps) {
      Fault.sudden()
          .forEach(fault -> {
            tryWith(way, step, fault);
            pairs.add(step + " " + fault);
          });
    }

    assertThat(steps).as("the steps of %s", way).hasSize(way.steps);
    assertThat(pairs).hasSize(6 * way.steps);
  }

  @Test
  void an_answer_comes_in_time_and_no_claim_is_lost_when_a_step_is_slow() throws Exception {
    try (var trials = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> all =
          Stream.of(Way.READ, Way.WRITING, Way.SENDING_WHAT_WAS_APPROVED, Way.FINDING_WHAT_WAS_SENT)
              .flatMap(way ->
                  stepsOf(way).stream()
                      .filter(step -> !step.equals(NAMING))
                      .map(step -> trials.submit(() -> trySlow(way, step))))
              .toList();
      Set<String> tried = new HashSet<>();
      for (Future<String> trial : all) {
        tried.add(trial.get());
      }
      assertThat(tried).hasSize(178);
    }
  }

  private static void tryWith(Way way, Step step, Fault fault) {
    var faults = new Faults();
    try (GateBench bench = aGate(faults::before)) {
      way.prepare(bench);
      long before = bench.chat.acts(way.tool);
      watchForClaims(bench, way);
      String trial = way + " with " + fault + " at " + step;

      faults.fail(step, fault);
      Outcome outcome = bench.call(way.tool, way.call());
      assertThat(faults.taken()).as(trial).contains(step);
      faults.heal();

      assertOutcome(trial, way, step, outcome, bench.chat.acts(way.tool) - before);
      assertAllIsWell(trial, way, bench);
    }
  }

  private static void assertOutcome(String trial, Way way, Step step, Outcome outcome, long acts) {
    if (NEEDLESS.contains(step.method())) {
      assertThat(outcome).as(trial).isInstanceOf(way.end);
    } else {
      assertThat(outcome)
          .as(trial)
          .isInstanceOfAny(Outcome.Unavailable.class, Outcome.OutcomeUnknown.class);
    }
    if (way.changesSomething() && outcome instanceof Outcome.Unavailable) {
      assertThat(acts).as(trial + ": what is unavailable was not sent").isZero();
    }
  }

  /// What is sent is claimed, whatever fails.
  private static void watchForClaims(GateBench bench, Way way) {
    if (way.changesSomething()) {
      bench.chat.does(
          way.tool,
          turn -> {
            assertThat(bench.claim(turn.sending().orElseThrow().claim()).claim().state())
                .isEqualTo(ClaimState.SENDING);
            return words(bench, BOB);
          });
    }
  }

  private static void assertAllIsWell(String trial, Way way, GateBench bench) {
    bench.recovery().recover();
    assertNoClaimIsLost(trial, bench);
    assertThat(bench.after(Duration.ofMinutes(2)).limiter.leasesOut()).as(trial).isZero();
    if (way.changesSomething()) {
      assertThat(bench.usage().reserved()).as(trial).isZero();
      assertThat(bench.call(way.tool, way.call()))
          .as(trial + ", called again")
          .isInstanceOfAny(
              Outcome.Answered.class,
              Outcome.AnsweredBefore.class,
              Outcome.ApprovalNeeded.class,
              unwritten(trial));
      assertThat(bench.chat.acts(way.tool)).as(trial).isLessThanOrEqualTo(1);
    }
    assertThat(bench.call("messages.peek", said("annex", "next")))
        .as(trial + ", the next call")
        .isInstanceOf(Outcome.Answered.class);
    assertThat(bench.call(WRITE, said("annex", "next")))
        .as(trial + ", the next write")
        .isInstanceOf(Outcome.Answered.class);
  }

  /// An answer that could not be written down was done, but nobody can say what came of it.
  private static Class<? extends Outcome> unwritten(String trial) {
    return trial.contains("Arguments.Form.write")
        ? Outcome.OutcomeUnknown.class
        : Outcome.Answered.class;
  }

  private static void assertNoClaimIsLost(String trial, GateBench bench) {
    // to whom its instance is dead, an open claim is stranded
    bench.claims.lives(NODE, Duration.ZERO);
    assertThat(bench.claims.stranded("node-9", 9)).as(trial).isEmpty();
    bench.claims.lives(NODE, Duration.ofDays(1));
  }

  private static String trySlow(Way way, Step step) {
    String trial = way + " with " + step;
    var faults = new Faults();
    GateBench bench = aGate(faults::before);
    way.prepare(bench);
    watchForClaims(bench, way);
    faults.fail(step, Fault.SLOW);

    Outcome outcome = bench.waiting(Duration.ofMillis(20)).call(way.tool, way.call());

    assertThat(outcome)
        .as(trial)
        .isInstanceOfAny(Outcome.Abandoned.class, Outcome.InProgress.class);
    faults.letGo();
    bench.close();
    assertThat(faults.isStuck()).as(trial).isTrue();
    assertNoClaimIsLost(trial, bench);
    return trial;
  }

  private static Set<Step> stepsOf(Way way) {
    var faults = new Faults();
    try (GateBench bench = aGate(faults::before)) {
      way.prepare(bench);
      watchForClaims(bench, way);
      faults.watch();
      assertThat(bench.call(way.tool, way.call())).as("%s", way).isInstanceOf(way.end);
      return faults.taken().stream().collect(Collectors.toUnmodifiableSet());
    }
  }

  private static dev.sallyport.application.backend.Outcome<ScriptedBackend.Done> words(
      GateBench bench, String number) {
    return new Done<>(
        new ScriptedBackend.Done("words of " + MORNING),
        new Provenance(
            List.of(
                new Source(
                    bench.chat.space("home"), new Author.Outside(Recipient.phone(number, "US"))))));
  }
}
