package dev.sallyport.domain.plan;

import java.time.Duration;

/// The rule behind limits over a short time: as many at once as the limit says, then one more each
/// time an equal part of the period has passed.
///
/// All that is remembered of a bucket is when it is full again, its due time; everything is in
/// microseconds and in integers. An empty bucket is one whose due time lies a whole period ahead. A
/// clock that goes back refills nothing and takes nothing: what was due stays due.
///
/// @param interval what one unit costs, in time; rounded up, so that the limit is never exceeded
public record Gcra(long limit, long interval) {
  public static Gcra of(Limit limit, Duration period) {
    if (!limit.isBounded()) {
      throw new IllegalArgumentException("what is not limited needs no bucket");
    }
    long micros = period.toNanos() / 1_000;
    return new Gcra(limit.most(), limit.most() == 0 ? micros : Math.ceilDiv(micros, limit.most()));
  }

  /// Whether so much could ever be admitted.
  public boolean holds(int weight) {
    return weight <= limit;
  }

  /// The due time if so much were taken now.
  public long after(long due, long now, int weight) {
    return Math.max(due, now) + weight * interval;
  }

  /// The due time if so much had not been taken.
  public long before(long due, int weight) {
    return due - weight * interval;
  }

  /// Whether a bucket may become due as late as that.
  public boolean admits(long after, long now) {
    return after - now <= burst();
  }

  /// How long to wait until [#admits] holds.
  public long delay(long after, long now) {
    return Math.max(0, after - now - burst());
  }

  public long remaining(long due, long now) {
    return Math.max(0, burst() - debt(due, now)) / interval;
  }

  /// What was taken under another limit, as this one counts it: whoever changes plans starts with
  /// what they have used, and not with a full bucket.
  public long carried(long due, long now, Gcra former) {
    long used = debt(due, now);
    // whole intervals first: the product of two times may not fit
    long whole = used / former.interval * interval;
    long part = Math.ceilDiv(used % former.interval * interval, former.interval);
    return now + Math.min(whole + part, burst());
  }

  private long burst() {
    return limit * interval;
  }

  private static long debt(long due, long now) {
    return Math.max(0, due - now);
  }
}
