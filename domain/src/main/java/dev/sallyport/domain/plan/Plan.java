package dev.sallyport.domain.plan;

import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.tool.ToolSpec;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/// What an organization has chosen to get. Plans are rows, so no number of theirs is in code.
///
/// @param rank its place among the plans; moving to a higher one is an upgrade
/// @param keyMinute what one key or client may ask in a minute
/// @param overages what an organization may pick for calls beyond its quota
/// @param cacheLifetime how long the answer of a read may be kept
public record Plan(
    PlanId id,
    String name,
    int rank,
    Entitlements entitlements,
    Bounds person,
    Bounds organization,
    Limit keyMinute,
    Pool pool,
    Expense expense,
    Set<Overage.Kind> overages,
    Duration cacheLifetime,
    boolean mayBypassCache) {
  public Plan {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(entitlements);
    Objects.requireNonNull(person);
    Objects.requireNonNull(organization);
    Objects.requireNonNull(keyMinute);
    Objects.requireNonNull(pool);
    Objects.requireNonNull(expense);
    overages = Set.copyOf(overages);
    Objects.requireNonNull(cacheLifetime);
  }

  /// Whether this plan includes that tool of a backend of that kind.
  public Entitlement entitles(ToolSpec tool, BackendKind kind) {
    return entitlements.to(tool, kind);
  }

  /// What a call counts for in every limit and quota; a batch counts its things.
  public int units(ToolSpec.Weight weight, int things) {
    return switch (weight) {
      case CORE -> 1;
      case BATCH -> Math.max(1, things);
      case EXPENSIVE -> expense.units();
    };
  }

  /// The quotas as they are now, for one reservation. An overage that the plan does not allow, or
  /// no longer, blocks.
  public Allowance allowance(Overage picked, int billingDay) {
    Overage allowed = overages.contains(picked.kind()) ? picked : Overage.BLOCK;
    return new Allowance(id, person.quota(), organization.quota(), allowed, billingDay);
  }
}
