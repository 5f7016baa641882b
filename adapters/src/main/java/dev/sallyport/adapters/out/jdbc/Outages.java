package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.Unavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the log why the database was away, each kind of reason once a minute.
///
/// Callers only hear that it was, and whoever catches that may have nothing to add.
final class Outages {
  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<String, Instant> told = new HashMap<>();

  Outages(InstantSource clock) {
    this.clock = clock;
  }

  void tell(Unavailable away) {
    Throwable cause = away.getCause();
    // a unit also passes on that something else was away
    if (cause instanceof SQLException || cause instanceof FlywayException) {
      String kind = Reasons.of(cause);
      if (isDue(kind, clock.instant())) {
        LOG.warn("The database was away: {}", kind);
      }
    }
  }

  // a clock that was set back must not silence it
  private synchronized boolean isDue(String kind, Instant now) {
    Instant last = told.get(kind);
    boolean due = last == null || Duration.between(last, now).abs().compareTo(PAUSE) >= 0;
    if (due) {
      told.put(kind, now);
    }
    return due;
  }
}
