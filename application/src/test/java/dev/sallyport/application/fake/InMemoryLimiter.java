package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Limiter;
import dev.sallyport.application.port.out.Limiter.Admission.Admitted;
import dev.sallyport.application.port.out.Limiter.Admission.Limited;
import dev.sallyport.application.port.out.Limiter.Admission.TooHeavy;
import dev.sallyport.domain.plan.Gcra;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Limits in plain maps, which remember everything for ever.
public final class InMemoryLimiter implements Limiter {
  private final InstantSource clock;
  private final Duration leaseTime;
  private final Map<Bucket, Due> dues = new HashMap<>();
  private final Map<Lease, Held> leases = new HashMap<>();
  private int minted;
  private Instant lastReading;
  private Instant latest;

  public InMemoryLimiter(InstantSource clock, Duration leaseTime) {
    this.clock = clock;
    this.lastReading = clock.instant();
    this.latest = lastReading;
    this.leaseTime = leaseTime;
  }

  @Override
  public synchronized Admission admit(Load load) {
    Instant instant = advanced();
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    leases.values().removeIf(held -> !instant.isBefore(held.until()));
    Map<Bucket, Due> taken = new LinkedHashMap<>();
    for (Rate rate : load.rates()) {
      Gcra rule = Gcra.of(rate.limit(), rate.period());
      long due = dueOf(rate, rule, now);
      long after = rule.after(due, now, rate.weight());
      if (!rule.holds(rate.weight())) {
        return new TooHeavy(rate.bucket().level(), rate.bucket().kind(), rule.limit());
      }
      if (!rule.admits(after, now)) {
        return new Limited(standing(rate.bucket(), rule, due, now), micros(rule.delay(after, now)));
      }
      taken.put(rate.bucket(), new Due(after, rule));
    }
    for (Place place : load.places()) {
      if (place.limit().most() == 0) {
        return new TooHeavy(place.bucket().level(), Kind.CONCURRENT, 0);
      }
      if (underWay(place.bucket()) >= place.limit().most()) {
        return new Limited(
            new Standing(
                place.bucket().level(), Kind.CONCURRENT, place.limit().most(), 0, Duration.ZERO),
            Duration.ofSeconds(1));
      }
    }
    dues.putAll(taken);
    var lease = new Lease("lease-" + ++minted);
    leases.put(lease, new Held(load.places(), instant.plus(leaseTime)));
    return new Admitted(
        lease,
        taken.entrySet().stream()
            .map(each -> standing(each.getKey(), each.getValue().rule(), each.getValue().at(), now))
            .toList());
  }

  @Override
  public synchronized List<Standing> standings(Load load) {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, advanced());
    return load.rates().stream()
        .map(rate -> {
          Gcra rule = Gcra.of(rate.limit(), rate.period());
          return standing(rate.bucket(), rule, dueOf(rate, rule, now), now);
        })
        .toList();
  }

  @Override
  public synchronized void release(Lease lease) {
    leases.remove(lease);
  }

  /// How many leases were neither given back nor have run out.
  public synchronized int leasesOut() {
    Instant instant = advanced();
    leases.values().removeIf(held -> !instant.isBefore(held.until()));
    return leases.size();
  }

  /// The time that passed, whatever the clock was set to meanwhile.
  private Instant advanced() {
    Instant reading = clock.instant();
    if (reading.isAfter(lastReading)) {
      latest = latest.plus(Duration.between(lastReading, reading));
    }
    lastReading = reading;
    return latest;
  }

  private long dueOf(Rate rate, Gcra rule, long now) {
    Due known = dues.get(rate.bucket());
    if (known == null) {
      return now;
    }
    return known.rule().equals(rule) ? known.at() : rule.carried(known.at(), now, known.rule());
  }

  private long underWay(Bucket bucket) {
    return leases.values().stream()
        .flatMap(held -> held.places().stream())
        .filter(place -> place.bucket().equals(bucket))
        .count();
  }

  private static Standing standing(Bucket bucket, Gcra rule, long due, long now) {
    return new Standing(
        bucket.level(),
        bucket.kind(),
        rule.limit(),
        rule.remaining(due, now),
        micros(Math.max(0, due - now)));
  }

  private static Duration micros(long count) {
    return Duration.of(count, ChronoUnit.MICROS);
  }

  private record Due(long at, Gcra rule) {}

  private record Held(List<Place> places, Instant until) {
    Held {
      places = List.copyOf(places);
    }
  }
}
