package dev.sallyport.adapters.in.ops;

import dev.sallyport.domain.health.Checkup;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Readiness;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/// Health as anyone may see it: states only. Reasons are in the log, for operators.
@Serdeable
record HealthAnswer(String status, List<Part> dependencies) {
  HealthAnswer {
    dependencies = List.copyOf(dependencies);
  }

  static HealthAnswer alive() {
    return new HealthAnswer("up", List.of());
  }

  static HealthAnswer of(Readiness readiness) {
    return new HealthAnswer(
        readiness.state().name().toLowerCase(Locale.ROOT),
        readiness.checkups().stream().map(Part::of).toList());
  }

  @Serdeable
  record Part(String name, String need, String status) {
    static Part of(Checkup checkup) {
      return new Part(
          checkup.name(),
          checkup.need().name().toLowerCase(Locale.ROOT),
          switch (checkup.health()) {
            case Health.Up() -> "up";
            case Health.Down _ -> "down";
          });
    }
  }
}
