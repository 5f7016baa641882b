package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.Leases.Holding;
import dev.sallyport.application.port.out.Leases.Job;
import dev.sallyport.application.port.out.Leases.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Leases] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class LeasesContract {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration LENGTH = Duration.ofSeconds(5);
  private static final int RACERS = 4;
  private static final int ROUNDS = 10;

  private final SettableClock clock = new SettableClock(NOW);

  /// Leases that nobody has claimed yet, new for each call.
  protected abstract Leases leases(InstantSource clock);

  @Test
  void the_first_to_ask_holds_the_job() {
    assertThat(leases(clock).claim(Job.SWEEP, "one", LENGTH))
        .isEqualTo(new Holding.Held(new Lease(Job.SWEEP, "one", 1, NOW.plus(LENGTH))));
  }

  @Test
  void another_is_told_until_when_the_job_is_held() {
    Leases leases = leases(clock);
    leases.claim(Job.SWEEP, "one", LENGTH);

    assertThat(leases.claim(Job.SWEEP, "two", LENGTH))
        .isEqualTo(new Holding.Elsewhere(NOW.plus(LENGTH)));
  }

  @Test
  void another_job_is_another_lease() {
    Leases leases = leases(clock);
    leases.claim(Job.SWEEP, "one", LENGTH);

    assertThat(leases.claim(Job.SEAL_LEDGER, "two", LENGTH)).isInstanceOf(Holding.Held.class);
  }

  @Test
  void the_holder_extends_it_under_the_same_fence() {
    Leases leases = leases(clock);
    leases.claim(Job.SWEEP, "one", LENGTH);
    clock.passes(Duration.ofSeconds(2));

    assertThat(leases.claim(Job.SWEEP, "one", LENGTH))
        .isEqualTo(
            new Holding.Held(new Lease(Job.SWEEP, "one", 1, NOW.plusSeconds(2).plus(LENGTH))));
  }

  @Test
  void another_has_it_under_a_higher_fence_once_it_ran_out() {
    Leases leases = leases(clock);
    leases.claim(Job.SWEEP, "one", LENGTH);
    clock.passes(LENGTH);

    assertThat(leases.claim(Job.SWEEP, "two", LENGTH))
        .isEqualTo(new Holding.Held(new Lease(Job.SWEEP, "two", 2, NOW.plus(LENGTH).plus(LENGTH))));
  }

  @Test
  void the_same_one_has_it_under_a_higher_fence_once_it_ran_out() {
    Leases leases = leases(clock);
    leases.claim(Job.SWEEP, "one", LENGTH);
    clock.passes(LENGTH);

    assertThat(held(leases.claim(Job.SWEEP, "one", LENGTH)).fence()).isEqualTo(2);
  }

  @Test
  void another_has_it_at_once_when_it_is_released() {
    Leases leases = leases(clock);
    leases.release(held(leases.claim(Job.SWEEP, "one", LENGTH)));

    assertThat(held(leases.claim(Job.SWEEP, "two", LENGTH)).fence()).isEqualTo(2);
  }

  @Test
  void a_lease_that_has_passed_on_is_not_released_by_the_one_before() {
    Leases leases = leases(clock);
    Lease old = held(leases.claim(Job.SWEEP, "one", LENGTH));
    clock.passes(LENGTH);
    leases.claim(Job.SWEEP, "two", LENGTH);
    leases.release(old);

    assertThat(leases.claim(Job.SWEEP, "three", LENGTH)).isInstanceOf(Holding.Elsewhere.class);
  }

  @Test
  void of_several_that_race_exactly_one_holds_it() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(race(leases(clock))).filteredOn(Holding.Held.class::isInstance).hasSize(1);
    }
  }

  private static List<Holding> race(Leases leases) throws Exception {
    var start = new CyclicBarrier(RACERS);
    List<Callable<Holding>> racers =
        IntStream.range(0, RACERS)
            .<Callable<Holding>>mapToObj(number ->
                () -> {
                  start.await();
                  return leases.claim(Job.SWEEP, "racer " + number, LENGTH);
                })
            .toList();
    var answers = new ArrayList<Holding>();
    try (var threads = Executors.newFixedThreadPool(RACERS)) {
      for (var answer : threads.invokeAll(racers)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private static Lease held(Holding holding) {
    return ((Holding.Held) holding).lease();
  }
}
