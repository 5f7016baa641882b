package dev.sallyport.domain.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What waits for a seal: how many entries, and of when the oldest is.
public record Backlog(long entries, Optional<Instant> oldest) {
  public Backlog {
    Objects.requireNonNull(oldest);
  }

  /// For how long the oldest has been waiting.
  public Duration lag(Instant now) {
    return oldest
        .map(then -> Duration.between(then, now))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }
}
