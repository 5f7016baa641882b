package dev.sallyport.adapters.in.ops;

import dev.sallyport.domain.instance.Installation;
import dev.sallyport.domain.instance.Instance;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// An instance as anyone may see it.
@Serdeable
record StatusAnswer(
    String name,
    String version,
    Instant startedAt,
    long uptimeSeconds,
    HealthAnswer health,
    @Nullable InstallationAnswer installation) {

  static StatusAnswer of(Instance instance) {
    return new StatusAnswer(
        VersionAnswer.NAME,
        instance.version(),
        instance.startedAt(),
        instance.uptime().toSeconds(),
        HealthAnswer.of(instance.readiness()),
        instance.installation().map(InstallationAnswer::of).orElse(null));
  }

  @Serdeable
  record InstallationAnswer(String id, Instant since) {
    static InstallationAnswer of(Installation installation) {
      return new InstallationAnswer(installation.id().value(), installation.since());
    }
  }
}
