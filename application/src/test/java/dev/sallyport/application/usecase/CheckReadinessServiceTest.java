package dev.sallyport.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.RecordingAlarms;
import dev.sallyport.application.fake.ScriptedDependency;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.domain.health.Checkup;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Need;
import dev.sallyport.domain.health.Readiness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Checking readiness")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckReadinessServiceTest {
  private static final Health REFUSED = new Health.Down("refused");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
  private final ScriptedDependency database = new ScriptedDependency("database", Need.REQUIRED);
  private final ScriptedDependency redis = new ScriptedDependency("redis", Need.OPTIONAL);
  private final RecordingAlarms alarms = new RecordingAlarms();
  private final CheckReadinessService service =
      new CheckReadinessService(List.of(database, redis), alarms, clock);

  @Test
  void tells_of_each_dependency_in_order() {
    redis.becomes(REFUSED);

    assertThat(service.check())
        .isEqualTo(
            new Readiness(
                List.of(
                    new Checkup("database", Need.REQUIRED, new Health.Up()),
                    new Checkup("redis", Need.OPTIONAL, REFUSED))));
  }

  @Test
  void takes_what_cannot_be_checked_for_down_and_asks_the_others() {
    database.becomes(new IllegalStateException("canary"));

    assertThat(service.check().checkups())
        .satisfiesExactly(
            one ->
                assertThat(one.health())
                    .isInstanceOfSatisfying(
                        Health.Down.class,
                        down -> assertThat(down.reason()).doesNotContain("canary")),
            other -> assertThat(other.health()).isEqualTo(new Health.Up()));
  }

  @Test
  void asks_nothing_that_cannot_be_checked_twice_within_a_second() {
    database.becomes(new IllegalStateException("canary"));
    service.check();
    service.check();

    assertThat(database.timesAsked()).isEqualTo(1);
  }

  @Test
  void raises_an_alarm_once_over_what_cannot_be_checked_and_when_that_changes_or_comes_again() {
    var one = new IllegalStateException("one");
    var other = new IllegalStateException("other");
    database.becomes(one);
    checkTwice();
    database.becomes(other);
    checkTwice();
    database.becomes(new Health.Up());
    checkTwice();
    database.becomes(other);
    checkTwice();

    assertThat(alarms.raised())
        .containsExactly(
            new Alarm.Unchecked("database", one),
            new Alarm.Unchecked("database", other),
            new Alarm.Unchecked("database", other));
  }

  @Test
  void asks_nothing_twice_within_a_second() {
    service.check();
    clock.passes(Duration.ofMillis(999));
    service.check();

    assertThat(database.timesAsked()).isEqualTo(1);
  }

  @Test
  void asks_again_after_a_second() {
    service.check();
    database.becomes(REFUSED);
    clock.passes(Duration.ofSeconds(1));

    assertThat(service.check().state()).isEqualTo(Readiness.State.DOWN);
  }

  @Test
  void asks_again_when_the_clock_was_set_back() {
    service.check();
    clock.passes(Duration.ofHours(-1));
    service.check();

    assertThat(database.timesAsked()).isEqualTo(2);
  }

  @Test
  void asks_once_for_all_who_ask_at_the_same_time() throws Exception {
    List<Callable<Readiness>> askers =
        IntStream.range(0, 50).<Callable<Readiness>>mapToObj(_ -> service::check).toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(askers);
    }

    assertThat(database.timesAsked()).isEqualTo(1);
  }

  private void checkTwice() {
    for (int i = 0; i < 2; i++) {
      clock.passes(Duration.ofSeconds(1));
      service.check();
    }
  }
}
