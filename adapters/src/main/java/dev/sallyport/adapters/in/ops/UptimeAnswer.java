package dev.sallyport.adapters.in.ops;

import dev.sallyport.domain.instance.Instance;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// Since when this instance runs.
@Serdeable
record UptimeAnswer(Instant startedAt, long uptimeSeconds) {
  static UptimeAnswer of(Instance instance) {
    return new UptimeAnswer(instance.startedAt(), instance.uptime().toSeconds());
  }
}
