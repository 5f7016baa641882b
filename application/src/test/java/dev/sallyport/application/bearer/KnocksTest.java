package dev.sallyport.application.bearer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Of knocks,")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KnocksTest {
  private static final int FEW = 3;
  private static final int MOST = 50_000;
  private static final Duration TURN = Duration.ofSeconds(20);

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T09:00:00Z"));
  private final Knocks knocks = new Knocks(FEW, clock);

  @Test
  void so_many_are_heard_in_a_minute_and_one_more_each_time_a_part_of_it_has_passed() {
    assertThat(heard("here", 5)).isEqualTo(FEW);
    assertThat(knocks.count("here")).contains(TURN);
    clock.passes(TURN);

    assertThat(heard("here", 5)).isEqualTo(1);
    assertThat(heard("there", 5)).isEqualTo(FEW);
  }

  @Test
  void one_that_is_forgiven_makes_room_for_another() {
    assertThat(heard("here", FEW)).isEqualTo(FEW);
    knocks.forgive("here");

    assertThat(heard("here", 5)).isEqualTo(1);
  }

  @Test
  void none_is_kept_that_is_forgiven() {
    var _ = knocks.count("here");
    knocks.forgive("here");
    knocks.forgive("there");

    assertThat(knocks.size()).isZero();
    assertThat(heard("here", 5)).isEqualTo(FEW);
  }

  @Test
  void no_more_are_heard_at_once_than_one_after_the_other() {
    assertThat(IntStream.range(0, 1_000).parallel().filter(_ -> isHeard("here")).count())
        .isEqualTo(FEW);
  }

  @Test
  void no_more_are_kept_than_fit_into_memory_and_nobody_is_held_up_for_that() {
    fill();

    assertThat(heard("one too many", 5)).isEqualTo(5);
    assertThat(heard("0", 5)).isEqualTo(FEW - 1);
    assertThat(knocks.size()).isEqualTo(MOST);
  }

  @Test
  void those_that_are_over_make_room_once_a_second() {
    fill();
    clock.passes(TURN.minusMillis(500));
    var _ = knocks.count("too early");
    clock.passes(Duration.ofMillis(500));
    var _ = knocks.count("still too early");
    assertThat(knocks.size()).isEqualTo(MOST);
    clock.passes(Duration.ofMillis(500));

    assertThat(heard("in time", 5)).isEqualTo(FEW);
    assertThat(knocks.size()).isEqualTo(1);
  }

  private void fill() {
    LongStream.range(0, MOST).forEach(number -> isHeard("" + number));
  }

  private long heard(String whose, int times) {
    return IntStream.range(0, times).filter(_ -> isHeard(whose)).count();
  }

  private boolean isHeard(String whose) {
    return knocks.count(whose).isEmpty();
  }
}
