package dev.sallyport.domain.plan;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PlanId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The quotas that one call meets, as its plan had them when it came.
///
/// @param billingDay the day of the month on which the organization's month starts
public record Allowance(
    PlanId plan, Quota person, Quota organization, Overage overage, int billingDay) {
  public Allowance {
    Objects.requireNonNull(plan);
    Objects.requireNonNull(person);
    Objects.requireNonNull(organization);
    Objects.requireNonNull(overage);
  }

  /// What a call counts against, the person first. Everyone who locks several counters takes them
  /// in this order, so that nobody waits in a circle. Days are counted even where nothing bounds
  /// them; months only where the plan bounds one.
  public List<Charge> charges(PersonId who, OrganizationId where, Instant at) {
    List<Charge> charges = new ArrayList<>();
    charge(charges, Level.PERSON, who.value(), person, at);
    charge(charges, Level.ORGANIZATION, where.value(), organization, at);
    return List.copyOf(charges);
  }

  // the month first, since one that starts late adds up its days as they were before this call
  private void charge(List<Charge> charges, Level level, String subject, Quota quota, Instant at) {
    if (boundsMonths()) {
      Window month = Window.monthOf(at, billingDay);
      charges.add(new Charge(level, subject, month, quota.month(), overage.ceiling(quota.month())));
    }
    charges.add(
        new Charge(level, subject, Window.dayOf(at), quota.day(), overage.ceiling(quota.day())));
  }

  private boolean boundsMonths() {
    return person.month().isBounded() || organization.month().isBounded();
  }

  /// One counter that a call counts against.
  ///
  /// @param quota what the plan gives
  /// @param ceiling how far calls may go all the same
  public record Charge(Level level, String subject, Window window, Limit quota, Limit ceiling) {
    // a warning comes when a fifth is left
    private static final int LEFT = 5;

    public Charge {
      Objects.requireNonNull(level);
      Objects.requireNonNull(subject);
      Objects.requireNonNull(window);
      Objects.requireNonNull(quota);
      Objects.requireNonNull(ceiling);
    }

    /// Whether so much is enough to warn of, which also holds for all that goes beyond the quota.
    public boolean isNearlyUsedUpAt(long units) {
      return quota.isBounded() && units >= quota.most() - quota.most() / LEFT;
    }
  }
}
