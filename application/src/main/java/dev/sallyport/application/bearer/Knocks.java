package dev.sallyport.application.bearer;

import dev.sallyport.domain.plan.Gcra;
import dev.sallyport.domain.plan.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Remembers of whoever came too often, with nothing good or at all, when they may come again, and
/// of so many of them at most.
public final class Knocks {
  private static final int MOST_KEPT = 50_000;

  private final Gcra rule;
  private final Map<String, Long> dues = new ConcurrentHashMap<>();
  private final Pause sweep = new Pause(Duration.ofSeconds(1));
  private final InstantSource clock;

  public Knocks(int perMinute, InstantSource clock) {
    this.rule = Gcra.of(Limit.of(perMinute), Duration.ofMinutes(1));
    this.clock = clock;
  }

  /// Counts one; tells how long to wait if there were too many.
  public Optional<Duration> count(String whose) {
    Instant at = clock.instant();
    long now = micros(at);
    if (dues.size() >= MOST_KEPT && sweep.isOver(at)) {
      dues.values().removeIf(due -> due <= now);
    }
    while (true) {
      @Nullable Long due = dues.get(whose);
      long after = rule.after(due == null ? now : due, now, 1);
      if (!rule.admits(after, now)) {
        return Optional.of(wait(after, now));
      }
      if (kept(whose, due, after)) {
        return Optional.empty();
      }
    }
  }

  /// How long to wait until one more would not be too many. Counts none.
  public Optional<Duration> pause(String whose) {
    @Nullable Long due = dues.get(whose);
    if (due == null) {
      return Optional.empty();
    }
    long now = micros(clock.instant());
    long after = rule.after(due, now, 1);
    return rule.admits(after, now) ? Optional.empty() : Optional.of(wait(after, now));
  }

  /// Takes back one that was counted.
  public void forgive(String whose) {
    long now = micros(clock.instant());
    dues.computeIfPresent(
        whose,
        (_, due) -> {
          long before = rule.before(due, 1);
          return before > now ? before : null;
        });
  }

  /// How many are kept.
  int size() {
    return dues.size();
  }

  // whoever finds no room is not held up, which costs no more than another new one
  private boolean kept(String whose, @Nullable Long due, long after) {
    if (due != null) {
      return dues.replace(whose, due, after);
    }
    return dues.size() >= MOST_KEPT || dues.putIfAbsent(whose, after) == null;
  }

  private Duration wait(long after, long now) {
    return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(rule.delay(after, now)));
  }

  private static long micros(Instant at) {
    return TimeUnit.MILLISECONDS.toMicros(at.toEpochMilli());
  }
}
