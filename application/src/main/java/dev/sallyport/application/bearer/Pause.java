package dev.sallyport.application.bearer;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// Lets something be done now and then, by one of those who ask at the same time. None waits.
final class Pause {
  private static final long NEVER = Long.MIN_VALUE;

  private final long millis;
  private final AtomicLong last = new AtomicLong(NEVER);

  Pause(Duration length) {
    this.millis = length.toMillis();
  }

  /// Whether it is over for whoever asks, with whom the next one begins.
  boolean isOver(Instant at) {
    long now = at.toEpochMilli();
    long before = last.get();
    // a time ahead of now was noted before the clock was set back
    return (before == NEVER || Math.abs(now - before) >= millis) && last.compareAndSet(before, now);
  }
}
