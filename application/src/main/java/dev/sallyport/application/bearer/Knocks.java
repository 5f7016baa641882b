package dev.sallyport.application.bearer;

import dev.sallyport.domain.plan.Gcra;
import dev.sallyport.domain.plan.Limit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Remembers of whoever came with nothing good when they may come again, and of so many of them at
/// most.
public final class Knocks {
  private static final int MOST_KEPT = 50_000;

  private final Gcra rule;
  private final Map<String, Long> dues = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public Knocks(int perMinute, InstantSource clock) {
    this.rule = Gcra.of(Limit.of(perMinute), Duration.ofMinutes(1));
    this.clock = clock;
  }

  /// Counts one; tells how long to wait if there were too many.
  public Optional<Duration> count(String whose) {
    long now = now();
    if (dues.size() >= MOST_KEPT) {
      dues.values().removeIf(due -> due <= now);
    }
    long after = after(whose, now);
    if (!rule.admits(after, now)) {
      return Optional.of(wait(after, now));
    }
    if (dues.size() < MOST_KEPT || dues.containsKey(whose)) {
      dues.merge(whose, after, Math::max);
    }
    return Optional.empty();
  }

  /// How long to wait until one more would not be too many. Counts none.
  public Optional<Duration> pause(String whose) {
    long now = now();
    long after = after(whose, now);
    return rule.admits(after, now) ? Optional.empty() : Optional.of(wait(after, now));
  }

  private long after(String whose, long now) {
    return rule.after(dues.getOrDefault(whose, now), now, 1);
  }

  private Duration wait(long after, long now) {
    return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(rule.delay(after, now)));
  }

  private long now() {
    return TimeUnit.MILLISECONDS.toMicros(clock.millis());
  }
}
