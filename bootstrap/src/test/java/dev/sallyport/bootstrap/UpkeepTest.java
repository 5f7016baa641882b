package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.testbed.Lines;
import dev.sallyport.application.Caller;
import dev.sallyport.application.fake.InMemoryApprovals;
import dev.sallyport.application.fake.InMemoryMailbox;
import dev.sallyport.application.gate.GateBench;
import dev.sallyport.application.port.in.SettleClaims;
import dev.sallyport.application.port.in.SweepReservations.Swept;
import dev.sallyport.application.port.out.Nodes;
import dev.sallyport.bootstrap.Upkeep.Threads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What an instance does beside the calls")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class UpkeepTest {
  private static final String BEAT = "beat";
  private static final String RECOVER = "recover";
  private static final String LOOK = "look";

  private final List<String> done = new CopyOnWriteArrayList<>();
  private final Turns shared = new Turns("shared");
  private final Turns pulse = new Turns("pulse");

  @Test
  void says_that_it_lives_before_it_ends_what_others_left_and_leaves_last() {
    var upkeep = upkeep(new Pulse(new CountDownLatch(1)), new Claims(() -> {}));

    upkeep.start();
    upkeep.close();

    assertThat(done).startsWith(BEAT).endsWith(BEAT, RECOVER, "leave");
  }

  @Test
  void goes_on_saying_that_it_lives_whatever_the_rest_waits_for() throws Exception {
    var waiting = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var beats = new CountDownLatch(1);
    var pulse = new Pulse(beats);
    var upkeep =
        upkeep(
            pulse,
            new Claims(() -> {
              waiting.countDown();
              await(ended);
            }));

    upkeep.start();
    await(waiting);
    pulse.counts = true;
    await(beats);

    ended.countDown();
    upkeep.close();
  }

  @Test
  void does_each_chore_at_its_turns_and_says_that_it_lives_before_it_ends_what_others_left() {
    unhurried().start();
    shared.turn();

    assertThat(done).containsExactly(BEAT, BEAT, RECOVER, LOOK, "sweep", "note", "compare");
    assertThat(shared.pauses()).containsExactly(1_000L, 5_000L, 30_000L, 10_000L, 3_600_000L);
  }

  @Test
  void says_that_it_lives_on_a_thread_that_does_nothing_else() {
    unhurried().start();
    done.clear();
    pulse.turn();

    assertThat(done).containsExactly(BEAT);
    assertThat(pulse.pauses()).containsExactly(1_000L);
  }

  @Test
  void leaves_only_when_nothing_can_say_any_more_that_it_lives() {
    Upkeep upkeep = unhurried();
    upkeep.start();
    done.clear();
    upkeep.close();

    assertThat(done).containsExactly("shared ended", BEAT, RECOVER, "note", "pulse ended", "leave");
  }

  @Test
  void tells_a_fault_that_lasts_once_and_when_it_changes_or_ends() {
    var faults = new ArrayDeque<>(List.of("one", "one", "another", "another", "", "", "another"));
    Upkeep upkeep = unhurried(new Claims(() -> meet(faults.remove())));
    upkeep.start();
    try (var log = Lines.of(Upkeep.class)) {
      while (!faults.isEmpty()) {
        shared.turn();
      }

      assertThat(log.told())
          .containsExactly(
              "ERROR Could not end claims that were left: one",
              "ERROR Could not end claims that were left: another",
              "INFO Can end claims that were left again",
              "ERROR Could not end claims that were left: another");
    }
  }

  private static void meet(String fault) {
    if (!fault.isEmpty()) {
      throw new IllegalStateException(fault);
    }
  }

  private Upkeep unhurried() {
    return unhurried(new Claims(() -> {}));
  }

  private Upkeep unhurried(SettleClaims claims) {
    return new Upkeep(
        new Pulse(new CountDownLatch(0)),
        claims,
        () -> {
          done.add("sweep");
          return new Swept(0, 0);
        },
        (_, _) -> {
          done.add("compare");
          return List.of();
        },
        () -> done.add("note"),
        new InMemoryApprovals(),
        new InMemoryMailbox(),
        InstantSource.system(),
        "here",
        new Threads(shared, pulse));
  }

  private Upkeep upkeep(Nodes nodes, SettleClaims claims) {
    try (var bench = GateBench.aGate()) {
      return new Upkeep(
          nodes,
          claims,
          () -> new Swept(0, 0),
          (_, _) -> List.of(),
          () -> {},
          new InMemoryApprovals(),
          new InMemoryMailbox(),
          InstantSource.system(),
          bench.means("here"));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private final class Pulse implements Nodes {
    private final CountDownLatch beats;
    private volatile boolean counts;

    Pulse(CountDownLatch beats) {
      this.beats = beats;
    }

    @Override
    public void lives(String node, Duration life) {
      done.add(BEAT);
      // not those that come with the end of what others left
      if (counts && !Thread.currentThread().getName().startsWith("upkeep-")) {
        beats.countDown();
      }
    }

    @Override
    public void leaves(String node) {
      done.add("leave");
    }
  }

  private final class Claims implements SettleClaims {
    private final Runnable recovering;

    Claims(Runnable recovering) {
      this.recovering = recovering;
    }

    @Override
    public Report lookFor(Caller caller) {
      return new Report(0, 0);
    }

    @Override
    public Report lookForRecent() {
      done.add(LOOK);
      return new Report(0, 0);
    }

    @Override
    public Report recover() {
      done.add(RECOVER);
      recovering.run();
      return new Report(0, 0);
    }
  }

  /// Threads on which nothing runs but when the test says so.
  private final class Turns extends ScheduledThreadPoolExecutor {
    private final String name;
    private final List<Runnable> chores = new ArrayList<>();
    private final List<Long> pauses = new ArrayList<>();

    Turns(String name) {
      super(1, Thread.ofVirtual().factory());
      this.name = name;
    }

    void turn() {
      chores.forEach(Runnable::run);
    }

    List<Long> pauses() {
      return pauses;
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
        Runnable chore, long first, long pause, TimeUnit unit) {
      chores.add(chore);
      pauses.add(unit.toMillis(pause));
      return schedule(() -> {}, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      done.add(name + " ended");
      return isShutdown();
    }
  }
}
