package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.Unavailable;
import java.time.Duration;
import java.time.InstantSource;

/// Whether what others announced was heard a short while ago.
///
/// It reads a clock that somebody may set. Set ahead, nothing counts as heard; set back, nothing
/// does either, until there was a new look: no change of the clock prolongs what is believed.
final class Hearing {
  private static final long LONGEST_SILENCE = Duration.ofSeconds(1).toMillis();
  private static final long NEVER = Long.MIN_VALUE;

  private final InstantSource clock;
  private volatile long heardAt = NEVER;
  // the latest time that was seen: a clock below it was set back
  private volatile long latest = NEVER;

  Hearing(InstantSource clock) {
    this.clock = clock;
  }

  /// Begins to listen. What is heard then was said before this time.
  long begin() {
    long before = latest;
    long now = clock.millis();
    if (now < before) {
      heardAt = NEVER;
    }
    latest = now;
    return now;
  }

  void heard(long begunAt) {
    heardAt = begunAt;
  }

  /// Whether there was a silence of that length before a look that begins now.
  boolean wasSilentFor(Duration length, long begunAt) {
    return heardAt == NEVER || begunAt - heardAt > length.toMillis();
  }

  void mustBeFresh() {
    // in this order: what is read before the clock was true before its time
    long before = latest;
    long heard = heardAt;
    long now = clock.millis();
    if (now > before) {
      latest = now;
    }
    if (heard == NEVER || now < before || now - heard > LONGEST_SILENCE) {
      throw new Unavailable(
          "the change channel",
          new IllegalStateException("nothing was heard from other instances for a second"));
    }
  }
}
