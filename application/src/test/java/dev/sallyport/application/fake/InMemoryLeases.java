package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Leases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/// Leases that last as long as the test at most.
public final class InMemoryLeases implements Leases {
  private final InstantSource clock;
  private final Map<Job, Lease> given = new EnumMap<>(Job.class);

  public InMemoryLeases(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Holding claim(Job job, String holder, Duration length) {
    Instant now = clock.instant();
    Lease last = given.get(job);
    if (last != null && last.until().isAfter(now) && !last.holder().equals(holder)) {
      return new Holding.Elsewhere(last.until());
    }
    long before = last == null ? 0 : last.fence();
    boolean extended = last != null && last.holder().equals(holder) && last.until().isAfter(now);
    var lease = new Lease(job, holder, extended ? before : before + 1, now.plus(length));
    given.put(job, lease);
    return new Holding.Held(lease);
  }

  @Override
  public synchronized void release(Lease lease) {
    if (standsBehind(lease)) {
      given.put(lease.job(), new Lease(lease.job(), lease.holder(), lease.fence(), Instant.EPOCH));
    }
  }

  /// Whether no higher fence was given since.
  synchronized boolean standsBehind(Lease lease) {
    Lease last = given.get(lease.job());
    return last != null && last.fence() == lease.fence();
  }
}
