package dev.sallyport.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The rule for limits over a short time")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GcraTest {
  private static final long SECOND = 1_000_000;
  private static final Gcra FIVE = Gcra.of(Limit.of(5), Duration.ofMinutes(1));
  private static final Gcra TWENTY = Gcra.of(Limit.of(20), Duration.ofMinutes(1));

  @Test
  void admits_as_many_at_once_as_the_limit_says() {
    assertThat(FIVE.admits(FIVE.after(0, 0, 5), 0)).isTrue();
    assertThat(FIVE.admits(FIVE.after(0, 0, 6), 0)).isFalse();
  }

  @Test
  void admits_one_more_each_time_a_part_of_the_period_has_passed() {
    long due = FIVE.after(0, 0, 5);
    long next = FIVE.after(due, 0, 1);

    assertThat(FIVE.delay(next, 0)).isEqualTo(12 * SECOND);
    assertThat(FIVE.admits(next, 12 * SECOND - 1)).isFalse();
    assertThat(FIVE.admits(next, 12 * SECOND)).isTrue();
  }

  @Test
  void never_admits_what_the_limit_cannot_hold() {
    assertThat(FIVE.holds(5)).isTrue();
    assertThat(FIVE.holds(6)).isFalse();
    assertThat(Gcra.of(Limit.of(0), Duration.ofMinutes(1)).holds(1)).isFalse();
  }

  @Test
  void gives_nothing_and_takes_nothing_when_the_clock_goes_back() {
    long due = FIVE.after(0, 100 * SECOND, 5);

    assertThat(FIVE.remaining(due, 10 * SECOND)).isZero();
    assertThat(FIVE.admits(FIVE.after(due, 10 * SECOND, 1), 10 * SECOND)).isFalse();
    assertThat(FIVE.remaining(due, 100 * SECOND)).isZero();
    assertThat(FIVE.remaining(due, 112 * SECOND)).isEqualTo(1);
  }

  @Test
  void counts_what_was_used_when_the_limit_changes() {
    long due = FIVE.after(0, 0, 5);
    assertThat(TWENTY.remaining(TWENTY.carried(due, 0, FIVE), 0)).isEqualTo(15);

    long used = TWENTY.after(0, 0, 20);
    assertThat(FIVE.remaining(FIVE.carried(used, 0, TWENTY), 0)).isZero();
    assertThat(FIVE.delay(FIVE.after(FIVE.carried(used, 0, TWENTY), 0, 1), 0))
        .isEqualTo(12 * SECOND);
  }

  @Test
  void costs_an_equal_part_of_the_period_rounded_up() {
    assertThat(Gcra.of(Limit.of(7), Duration.ofMinutes(1))).isEqualTo(new Gcra(7, 8_571_429));
    assertThat(Gcra.of(Limit.of(0), Duration.ofMinutes(1))).isEqualTo(new Gcra(0, 60_000_000));
  }

  @Test
  void waits_from_now_and_not_from_the_beginning() {
    long now = 1_000 * SECOND;
    long next = FIVE.after(FIVE.after(0, now, 5), now, 1);

    assertThat(FIVE.delay(next, now)).isEqualTo(12 * SECOND);
    assertThat(FIVE.delay(next, now + 2 * SECOND)).isEqualTo(10 * SECOND);
    assertThat(FIVE.delay(now, now)).isZero();
  }

  @Test
  void carries_parts_of_a_unit_rounded_against_the_caller() {
    long now = 1_000 * SECOND;
    Gcra seven = Gcra.of(Limit.of(7), Duration.ofMinutes(1));

    assertThat(seven.carried(now + 18 * SECOND, now, FIVE)).isEqualTo(now + 8_571_429 + 4_285_715);
    assertThat(FIVE.carried(now + 8_571_429, now, seven)).isEqualTo(now + 12 * SECOND);
  }

  /// The bucket as a child would keep it: coins, of which some drop in as time passes.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agrees_with_a_bucket_of_coins(long seed) {
    var random = new Random(seed);
    Gcra rule = Gcra.of(Limit.of(1 + random.nextInt(10)), Duration.ofMinutes(1));
    long coins = rule.limit() * rule.interval();
    long due = 0;
    long now = 0;
    for (int step = 0; step < 2_000; step++) {
      long passed = random.nextLong(2 * rule.interval());
      int weight = 1 + random.nextInt(3);
      now += passed;
      coins = Math.min(rule.limit() * rule.interval(), coins + passed);
      long after = rule.after(due, now, weight);
      boolean admitted = rule.admits(after, now);
      assertThat(admitted).as("step %d", step).isEqualTo(coins >= weight * rule.interval());
      assertThat(rule.remaining(due, now)).isEqualTo(coins / rule.interval());
      due = admitted ? after : due;
      coins -= admitted ? weight * rule.interval() : 0;
    }
  }

  private static LongStream seeds() {
    return LongStream.range(0, 20);
  }
}
