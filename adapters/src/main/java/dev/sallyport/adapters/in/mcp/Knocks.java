package dev.sallyport.adapters.in.mcp;

import dev.sallyport.domain.plan.Gcra;
import dev.sallyport.domain.plan.Limit;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Counts who comes without a good token, by address. Whoever shows a good one is neither counted nor
/// held up, since a whole office may share an address with somebody who tries keys.
@Singleton
final class Knocks {
  private static final int MOST_KEPT = 50_000;

  private final Gcra rule;
  private final Map<String, Long> dues = new ConcurrentHashMap<>();
  private final InstantSource clock;

  Knocks(DoorSettings settings, InstantSource clock) {
    this.rule = Gcra.of(Limit.of(settings.strangersPerAddress()), Duration.ofMinutes(1));
    this.clock = clock;
  }

  /// Counts one; tells how long to wait if there were too many.
  Optional<Duration> count(String address) {
    long now = TimeUnit.MILLISECONDS.toMicros(clock.millis());
    if (dues.size() >= MOST_KEPT) {
      dues.values().removeIf(due -> due <= now);
    }
    long due = dues.getOrDefault(address, now);
    long after = rule.after(due, now, 1);
    if (!rule.admits(after, now)) {
      return Optional.of(wait(after, now));
    }
    if (dues.size() < MOST_KEPT || dues.containsKey(address)) {
      dues.merge(address, after, Math::max);
    }
    return Optional.empty();
  }

  private Duration wait(long after, long now) {
    return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(rule.delay(after, now)));
  }
}
