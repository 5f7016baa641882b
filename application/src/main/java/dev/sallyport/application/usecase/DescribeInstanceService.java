package dev.sallyport.application.usecase;

import dev.sallyport.application.port.in.CheckReadiness;
import dev.sallyport.application.port.in.DescribeInstance;
import dev.sallyport.application.port.out.Installations;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.domain.health.Readiness;
import dev.sallyport.domain.instance.Installation;
import dev.sallyport.domain.instance.InstallationId;
import dev.sallyport.domain.instance.Instance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Describes this process; finds or founds its installation the first time the database answers.
public final class DescribeInstanceService implements DescribeInstance {
  private static final int ID_BYTES = 16;

  private final String version;
  private final Instant startedAt;
  private final CheckReadiness readiness;
  private final Installations installations;
  private final Randomness randomness;
  private final InstantSource clock;
  private volatile @Nullable Installation settled;

  /// The instance counts as started when this is made.
  public DescribeInstanceService(
      String version,
      CheckReadiness readiness,
      Installations installations,
      Randomness randomness,
      InstantSource clock) {
    this.version = version;
    this.startedAt = clock.instant();
    this.readiness = readiness;
    this.installations = installations;
    this.randomness = randomness;
    this.clock = clock;
  }

  @Override
  public Instance describe() {
    Readiness now = readiness.check();
    return new Instance(version, startedAt, uptime(), now, installation(now));
  }

  private Duration uptime() {
    Duration passed = Duration.between(startedAt, clock.instant());
    return passed.isNegative() ? Duration.ZERO : passed;
  }

  private Optional<Installation> installation(Readiness now) {
    Installation known = settled;
    if (known == null && now.state() != Readiness.State.DOWN) {
      var proposal =
          new Installation(
              InstallationId.of(randomness.bytes(ID_BYTES)),
              clock.instant().truncatedTo(ChronoUnit.MICROS));
      known = installations.settle(proposal);
      settled = known;
    }
    return Optional.ofNullable(known);
  }
}
