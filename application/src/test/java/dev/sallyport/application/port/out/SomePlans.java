package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Entitlement;
import dev.sallyport.domain.plan.Entitlements;
import dev.sallyport.domain.plan.Expense;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.plan.Pool;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.plan.Rights;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// Plans for tests, with numbers that no row has to agree with.
public final class SomePlans {
  /// Bounds nothing.
  public static final Plan OPEN =
      new Plan(
          new PlanId("open"),
          "Open",
          9,
          Entitlements.ALL,
          Bounds.NONE,
          Bounds.NONE,
          Limit.NONE,
          Pool.NONE,
          new Expense(5, Limit.NONE),
          Set.of(Overage.Kind.BLOCK),
          Duration.ofSeconds(15),
          true);

  /// Bounds everything, a little.
  public static final Plan SMALL =
      new Plan(
          new PlanId("small"),
          "Small",
          1,
          new Entitlements(
              Map.of(
                  new BackendKind("phone"),
                  new Rights(
                      Entitlement.INCLUDED,
                      Entitlement.NOT_INCLUDED,
                      Entitlement.WITH_APPROVAL,
                      Entitlement.NOT_INCLUDED,
                      false,
                      true)),
              Rights.NONE),
          new Bounds(new Quota(Limit.of(10), Limit.of(100)), Limit.of(5), Limit.of(2)),
          new Bounds(Quota.daily(30), Limit.of(15), Limit.of(4)),
          Limit.of(5),
          new Pool(Limit.of(20), Limit.of(40)),
          new Expense(5, Limit.of(1)),
          Set.of(Overage.Kind.BLOCK, Overage.Kind.SOFT, Overage.Kind.METERED),
          Duration.ofMinutes(5),
          false);

  private SomePlans() {}

  /// The open plan with these numbers for a person, and these for an organization.
  public static Plan bounding(Bounds person, Bounds organization) {
    return with(new PlanId("open"), person, organization, Limit.NONE, Pool.NONE);
  }

  public static Plan bounding(Limit keyMinute) {
    return with(new PlanId("open"), Bounds.NONE, Bounds.NONE, keyMinute, Pool.NONE);
  }

  public static Plan pooled(String id, Pool pool) {
    return with(new PlanId(id), Bounds.NONE, Bounds.NONE, Limit.NONE, pool);
  }

  /// The same plan, but answers of reads may be kept so long.
  public static Plan remembering(Plan plan, Duration lifetime) {
    return new Plan(
        plan.id(),
        plan.name(),
        plan.rank(),
        plan.entitlements(),
        plan.person(),
        plan.organization(),
        plan.keyMinute(),
        plan.pool(),
        plan.expense(),
        plan.overages(),
        lifetime,
        plan.mayBypassCache());
  }

  /// The open plan, but the person approves each call that reads.
  public static Plan askingBeforeReads() {
    var rights =
        new Rights(
            Entitlement.WITH_APPROVAL,
            Entitlement.INCLUDED,
            Entitlement.INCLUDED,
            Entitlement.INCLUDED,
            true,
            true);
    return allowing(OPEN, new Entitlements(Map.of(), rights), OPEN.person());
  }

  /// The open plan, but it includes only this.
  public static Plan including(Entitlements entitlements) {
    return allowing(OPEN, entitlements, OPEN.person());
  }

  /// The same plan, with another quota for a person.
  public static Plan giving(Plan plan, Quota person) {
    return allowing(plan, plan.entitlements(), new Bounds(person, Limit.NONE, Limit.NONE));
  }

  private static Plan allowing(Plan plan, Entitlements entitlements, Bounds person) {
    return new Plan(
        plan.id(),
        plan.name(),
        plan.rank(),
        entitlements,
        person,
        plan.organization(),
        plan.keyMinute(),
        plan.pool(),
        plan.expense(),
        plan.overages(),
        plan.cacheLifetime(),
        plan.mayBypassCache());
  }

  private static Plan with(
      PlanId id, Bounds person, Bounds organization, Limit keyMinute, Pool pool) {
    return new Plan(
        id,
        "Some",
        1,
        Entitlements.ALL,
        person,
        organization,
        keyMinute,
        pool,
        new Expense(5, Limit.of(1)),
        Set.of(Overage.Kind.values()),
        Duration.ZERO,
        false);
  }
}
