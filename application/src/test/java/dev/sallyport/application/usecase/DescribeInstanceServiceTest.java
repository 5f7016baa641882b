package dev.sallyport.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.CountingRandomness;
import dev.sallyport.application.fake.InMemoryInstallations;
import dev.sallyport.application.fake.RecordingAlarms;
import dev.sallyport.application.fake.ScriptedDependency;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.domain.health.Checkup;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Need;
import dev.sallyport.domain.health.Readiness;
import dev.sallyport.domain.instance.Installation;
import dev.sallyport.domain.instance.InstallationId;
import dev.sallyport.domain.instance.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Describing an instance")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DescribeInstanceServiceTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Installation FOUNDED =
      new Installation(new InstallationId("00000000000000000000000000000001"), NOON);

  private final SettableClock clock = new SettableClock(NOON);
  private final ScriptedDependency database = new ScriptedDependency("database", Need.REQUIRED);
  private final InMemoryInstallations installations = new InMemoryInstallations();

  @Test
  void tells_version_start_uptime_readiness_and_installation() {
    DescribeInstanceService service = service();
    service.describe();
    clock.passes(Duration.ofMinutes(5));

    assertThat(service.describe())
        .isEqualTo(
            new Instance(
                "1.2.3",
                NOON,
                Duration.ofMinutes(5),
                new Readiness(List.of(new Checkup("database", Need.REQUIRED, new Health.Up()))),
                Optional.of(FOUNDED)));
  }

  @Test
  void belongs_to_the_installation_that_was_there_before() {
    installations.settle(FOUNDED);
    clock.passes(Duration.ofDays(3));

    assertThat(service().describe().installation()).contains(FOUNDED);
  }

  @Test
  void leaves_the_installation_out_until_the_database_answers() {
    DescribeInstanceService service = service();
    database.becomes(new Health.Down("refused"));
    assertThat(service.describe().installation()).isEmpty();

    database.becomes(new Health.Up());
    clock.passes(Duration.ofSeconds(2));
    assertThat(service.describe().installation())
        .contains(new Installation(FOUNDED.id(), NOON.plusSeconds(2)));
  }

  @Test
  void remembers_the_installation_while_the_database_is_away() {
    DescribeInstanceService service = service();
    service.describe();
    database.becomes(new Health.Down("refused"));
    clock.passes(Duration.ofSeconds(2));

    assertThat(service.describe().installation()).contains(FOUNDED);
  }

  @Test
  void has_been_up_for_no_time_when_the_clock_was_set_back() {
    DescribeInstanceService service = service();
    clock.passes(Duration.ofHours(-1));

    assertThat(service.describe().uptime()).isEqualTo(Duration.ZERO);
  }

  private DescribeInstanceService service() {
    return new DescribeInstanceService(
        "1.2.3",
        new CheckReadinessService(List.of(database), new RecordingAlarms(), clock),
        installations,
        new CountingRandomness(),
        clock);
  }
}
