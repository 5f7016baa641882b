package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Caller;
import dev.sallyport.application.fake.InMemoryApprovals;
import dev.sallyport.application.gate.GateBench;
import dev.sallyport.application.port.in.SettleClaims;
import dev.sallyport.application.port.in.SweepReservations.Swept;
import dev.sallyport.application.port.out.Nodes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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

  private final List<String> done = new CopyOnWriteArrayList<>();

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

  private Upkeep upkeep(Nodes nodes, SettleClaims claims) {
    try (var bench = GateBench.aGate()) {
      return new Upkeep(
          nodes,
          claims,
          () -> new Swept(0, 0),
          (_, _) -> List.of(),
          new InMemoryApprovals(),
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
      if (counts) {
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
      return new Report(0, 0);
    }

    @Override
    public Report recover() {
      done.add(RECOVER);
      recovering.run();
      return new Report(0, 0);
    }
  }
}
