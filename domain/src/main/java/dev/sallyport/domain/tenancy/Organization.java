package dev.sallyport.domain.tenancy;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Overage;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Where data belongs and who pays for it. A personal one has a single member for good.
///
/// @param overage what it picked for calls beyond its quota, as far as its plan allows that
/// @param billingDay the day of the month on which its month starts
public record Organization(
    OrganizationId id,
    String name,
    Slug slug,
    Kind kind,
    Standing standing,
    PlanId plan,
    Optional<PlanChange> pendingChange,
    Optional<BillingReference> billing,
    Overage overage,
    int billingDay,
    TaintPolicy taint) {
  private static final int LONGEST_NAME = 100;
  private static final int LAST_DAY = 31;

  public Organization {
    Objects.requireNonNull(id);
    Objects.requireNonNull(slug);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(standing);
    Objects.requireNonNull(plan);
    Objects.requireNonNull(pendingChange);
    Objects.requireNonNull(billing);
    Objects.requireNonNull(overage);
    Objects.requireNonNull(taint);
    if (billingDay < 1 || billingDay > LAST_DAY) {
      throw new IllegalArgumentException("a billing day is one of 1 to 31");
    }
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || name.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a name has 1 to 100 printable characters");
    }
  }

  /// On the terms of whoever has picked none: what is beyond the quota is refused, and months start
  /// on the first.
  public Organization(
      OrganizationId id,
      String name,
      Slug slug,
      Kind kind,
      Standing standing,
      PlanId plan,
      Optional<PlanChange> pendingChange,
      Optional<BillingReference> billing,
      TaintPolicy taint) {
    this(id, name, slug, kind, standing, plan, pendingChange, billing, Overage.BLOCK, 1, taint);
  }

  /// The plan in force then: one that was due has taken the place of the other, whether or not
  /// anybody wrote that down.
  public PlanId planAt(Instant at) {
    return pendingChange
        .filter(change -> !at.isBefore(change.at()))
        .map(PlanChange::to)
        .orElse(plan);
  }

  /// The same, once its last member is gone: over for good.
  public Organization closed() {
    return new Organization(
        id,
        name,
        slug,
        kind,
        Standing.CLOSED,
        plan,
        pendingChange,
        Optional.empty(),
        overage,
        billingDay,
        taint);
  }

  /// Whether others can join.
  public enum Kind {
    PERSONAL,
    SHARED
  }

  /// How an organization stands with the house.
  public enum Standing {
    ACTIVE,
    /// Nothing is done in its name until it is active again.
    SUSPENDED,
    /// Nobody belongs to it any more, and nobody will.
    CLOSED
  }

  /// The plan it goes over to, and from when on.
  public record PlanChange(PlanId to, Instant at) {
    public PlanChange {
      Objects.requireNonNull(to);
      Objects.requireNonNull(at);
    }
  }

  /// What the billing system calls it.
  public record BillingReference(String value) {
    private static final int LONGEST = 128;

    public BillingReference {
      if (value.isBlank() || value.length() > LONGEST) {
        throw new IllegalArgumentException("a billing reference has 1 to 128 characters");
      }
    }
  }
}
