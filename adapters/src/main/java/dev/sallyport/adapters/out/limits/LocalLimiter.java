package dev.sallyport.adapters.out.limits;

import dev.sallyport.application.port.out.Limiter;
import dev.sallyport.application.port.out.Limiter.Admission.Admitted;
import dev.sallyport.application.port.out.Limiter.Admission.Limited;
import dev.sallyport.application.port.out.Limiter.Admission.TooHeavy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Limits counted by one instance for itself, under one lock.
///
/// One lock makes an admission over several limits one step, and is held for less than a
/// microsecond; with a lock for each limit an admission would take several, in order.
@Singleton
final class LocalLimiter implements Limiter {
  /// Longer than any call may take.
  private static final Duration LEASE_TIME = Duration.ofMinutes(2);

  private static final int MOST_BUCKETS = 200_000;

  private final InstantSource clock;
  private final Buckets buckets;
  private final Places places;
  private final ReentrantLock counting = new ReentrantLock();
  private long lastReading;
  private long passed;

  @Inject
  LocalLimiter(InstantSource clock) {
    this(clock, LEASE_TIME, MOST_BUCKETS);
  }

  LocalLimiter(InstantSource clock, Duration leaseTime, int mostBuckets) {
    this.clock = clock;
    this.lastReading = micros(clock.instant());
    this.buckets = new Buckets(mostBuckets);
    this.places = new Places(leaseTime.toNanos() / 1_000);
  }

  @Override
  public Admission admit(Load load) {
    List<Rate> rates = load.rates();
    List<Place> wanted = load.places();
    counting.lock();
    try {
      long now = advanced();
      List<Buckets.Draw> draws = buckets.draws(rates, now);
      Admission refusal = refusal(draws, wanted, now);
      if (refusal != null) {
        return refusal;
      }
      draws.forEach(buckets::take);
      Lease lease = places.take(wanted, now);
      return new Admitted(lease, draws.stream().map(draw -> draw.standingAfter(now)).toList());
    } finally {
      counting.unlock();
    }
  }

  @Override
  public List<Standing> standings(Load load) {
    List<Rate> rates = load.rates();
    if (rates.isEmpty()) {
      return List.of();
    }
    counting.lock();
    try {
      long now = advanced();
      return buckets.draws(rates, now).stream().map(draw -> draw.standingBefore(now)).toList();
    } finally {
      counting.unlock();
    }
  }

  @Override
  public void release(Lease lease) {
    counting.lock();
    try {
      places.free(lease);
    } finally {
      counting.unlock();
    }
  }

  /// How many buckets are remembered.
  int size() {
    counting.lock();
    try {
      return buckets.size();
    } finally {
      counting.unlock();
    }
  }

  private @Nullable Admission refusal(List<Buckets.Draw> draws, List<Place> wanted, long now) {
    for (Buckets.Draw draw : draws) {
      if (!draw.canEver()) {
        return new TooHeavy(
            draw.rate().bucket().level(), draw.rate().bucket().kind(), draw.rule().limit());
      }
      if (!draw.canAt(now)) {
        return new Limited(draw.standingBefore(now), draw.delay(now));
      }
    }
    return places.refusal(wanted, now);
  }

  // only time that passes between two readings counts, so that a clock that was set ahead and back
  // holds nobody up. It is read under the lock: readings out of order would look like steps back
  private long advanced() {
    long reading = micros(clock.instant());
    passed += Math.max(0, reading - lastReading);
    lastReading = reading;
    return passed;
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
