package dev.sallyport.domain.instance;

import dev.sallyport.domain.health.Readiness;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// One running process of the house, as it is at one moment.
///
/// The installation is absent while the database that holds it cannot be asked.
public record Instance(
    String version,
    Instant startedAt,
    Duration uptime,
    Readiness readiness,
    Optional<Installation> installation) {
  public Instance {
    Objects.requireNonNull(version);
    Objects.requireNonNull(startedAt);
    Objects.requireNonNull(readiness);
    Objects.requireNonNull(installation);
    if (uptime.isNegative()) {
      throw new IllegalArgumentException("an instance cannot be up for less than no time");
    }
  }
}
