package dev.sallyport.application.usecase;

import dev.sallyport.application.port.in.CountKnocks;
import dev.sallyport.domain.plan.Gcra;
import dev.sallyport.domain.plan.Limit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Remembers of each address when it may knock again, and of so many of them at most.
public final class CountKnocksService implements CountKnocks {
  private static final int MOST_KEPT = 50_000;

  private final Gcra rule;
  private final Map<String, Long> dues = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public CountKnocksService(int perMinute, InstantSource clock) {
    this.rule = Gcra.of(Limit.of(perMinute), Duration.ofMinutes(1));
    this.clock = clock;
  }

  @Override
  public Optional<Duration> count(String address) {
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
