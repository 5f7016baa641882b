package dev.sallyport.domain.plan;

import dev.sallyport.domain.id.PlanId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/// Which plan an organization is on, and which it is about to be on.
///
/// Upgrades happen at once; a smaller plan waits for the end of what is paid. Whoever does not pay
/// keeps the plan for a week and then falls back to the free one. It is a value: each event gives
/// the next, and the same event twice gives the same.
///
/// @param periodEnds until when the plan is paid, or for ever where nobody pays
/// @param pending the smaller plan that follows then
/// @param graceEnds when the plan is lost, if no payment comes
public record Subscription(
    PlanId plan, Instant periodEnds, Optional<PlanId> pending, Optional<Instant> graceEnds) {
  /// How long a plan outlives a payment that failed.
  public static final Duration GRACE = Duration.ofDays(7);

  public Subscription {
    Objects.requireNonNull(plan);
    Objects.requireNonNull(periodEnds);
    Objects.requireNonNull(pending);
    Objects.requireNonNull(graceEnds);
  }

  /// On a plan that nobody pays for.
  public static Subscription unpaid(PlanId plan) {
    return new Subscription(plan, Instant.MAX, Optional.empty(), Optional.empty());
  }

  /// What it is at that time, when what was due by then has happened.
  public Subscription at(Instant now, PlanId free) {
    boolean lost = graceEnds.filter(end -> !now.isBefore(end)).isPresent();
    if (lost) {
      return unpaid(free);
    }
    if (pending.isEmpty() || now.isBefore(periodEnds)) {
      return this;
    }
    return pending.get().equals(free)
        ? unpaid(free)
        : new Subscription(pending.get(), periodEnds, Optional.empty(), graceEnds);
  }

  /// What it is after that event.
  public Subscription after(Event event, PlanId free, Comparator<PlanId> order) {
    Subscription now = at(event.at(), free);
    Subscription next =
        switch (event) {
          case Event.Chosen(_, PlanId wanted, Instant until) -> now.choosing(wanted, until, order);
          case Event.Cancelled _ -> now.choosing(free, now.periodEnds, order);
          case Event.Paid(_, Instant until) -> now.paidUntil(until, free);
          case Event.PaymentFailed(Instant when) -> now.unpaidSince(when, free);
        };
    // what has to wait for an end that is over does not wait
    return next.at(event.at(), free);
  }

  private Subscription choosing(PlanId wanted, Instant until, Comparator<PlanId> order) {
    if (order.compare(wanted, plan) > 0) {
      return new Subscription(wanted, until, Optional.empty(), graceEnds);
    }
    if (periodEnds.equals(Instant.MAX)) {
      return unpaid(wanted);
    }
    // choosing the plan one is on takes a change back
    Optional<PlanId> next = wanted.equals(plan) ? Optional.empty() : Optional.of(wanted);
    return new Subscription(plan, periodEnds, next, graceEnds);
  }

  // a payment that is told late does not shorten what a newer one has paid
  private Subscription paidUntil(Instant until, PlanId free) {
    return plan.equals(free)
        ? this
        : new Subscription(
            plan, until.isAfter(periodEnds) ? until : periodEnds, pending, Optional.empty());
  }

  // the week runs from the first failure: the next ones do not prolong it
  private Subscription unpaidSince(Instant when, PlanId free) {
    return plan.equals(free) || graceEnds.isPresent()
        ? this
        : new Subscription(plan, periodEnds, pending, Optional.of(when.plus(GRACE)));
  }

  /// Something that happens to it.
  public sealed interface Event {
    Instant at();

    /// Somebody picked a plan, which is paid until then if it is a larger one.
    record Chosen(Instant at, PlanId plan, Instant paidUntil) implements Event {}

    /// Somebody ended it; what is paid for stays.
    record Cancelled(Instant at) implements Event {}

    /// A payment came.
    record Paid(Instant at, Instant until) implements Event {}

    /// A payment was due and did not come.
    record PaymentFailed(Instant at) implements Event {}
  }
}
