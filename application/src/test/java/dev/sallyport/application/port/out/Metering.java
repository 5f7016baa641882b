package dev.sallyport.application.port.out;

import dev.sallyport.application.port.out.Meter.Reservation;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.plan.Allowance;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Who calls what in the tests of meters.
public final class Metering {
  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  public static final PersonId ADA = new PersonId("0000000000000000000000000000000a");
  public static final PersonId BOB = new PersonId("0000000000000000000000000000000b");
  public static final TenantScope ACME =
      new TenantScope(new OrganizationId("000000000000000000000000000000ac"));
  public static final TenantScope OTHER =
      new TenantScope(new OrganizationId("000000000000000000000000000000ad"));
  public static final BackendId CHAT = new BackendId("chat");
  public static final ToolName LIST = new ToolName("messages.list");

  private static final long FIRST_FRESH = 1L << 40;
  private static final AtomicLong FRESH = new AtomicLong(FIRST_FRESH);

  private Metering() {}

  public static CallId id(long number) {
    return new CallId("%032x".formatted(number));
  }

  /// An id that no other test has.
  public static CallId fresh() {
    return id(FRESH.incrementAndGet());
  }

  public static Allowance allowance(Quota person, Quota organization, Overage overage) {
    return new Allowance(new PlanId("some"), person, organization, overage, 1);
  }

  /// A call that no claim holds.
  public static Reservation call(
      CallId id, PersonId person, Allowance allowance, int units, Instant at, Instant expiry) {
    return new Reservation(id, person, allowance, CHAT, LIST, units, at, expiry, Optional.empty());
  }

  /// The same, held by a claim.
  public static Reservation held(Reservation call, ClaimId claim) {
    return new Reservation(
        call.call(),
        call.person(),
        call.allowance(),
        call.backend(),
        call.tool(),
        call.units(),
        call.at(),
        call.expiresAt(),
        Optional.of(claim));
  }

  /// Lets so many start at once, and waits for all. They are more than there are cores, so they
  /// wait for each other without spinning.
  public static void race(int threads, Runnable racer) throws Exception {
    var start = new CyclicBarrier(threads);
    Callable<Integer> waiting =
        () -> {
          start.await();
          racer.run();
          return 0;
        };
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var result : pool.invokeAll(Collections.nCopies(threads, waiting))) {
        result.get();
      }
    }
  }
}
