package dev.sallyport.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.ScriptedDependency;
import dev.sallyport.application.fake.SettableClock;
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
  private final CheckReadinessService service =
      new CheckReadinessService(List.of(database, redis), clock);

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
}
