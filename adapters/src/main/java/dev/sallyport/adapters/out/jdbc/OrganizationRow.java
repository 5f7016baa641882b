package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.taint.TaintMode;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.Organization.BillingReference;
import dev.sallyport.domain.tenancy.Organization.PlanChange;
import dev.sallyport.domain.tenancy.Slug;
import dev.sallyport.domain.tenancy.TaintPolicy;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@MappedEntity("organizations")
record OrganizationRow(
    @Id String organizationId,
    String name,
    String slug,
    String kind,
    String standing,
    String planId,
    @Nullable String nextPlanId,
    @Nullable OffsetDateTime nextPlanAt,
    @Nullable String billingReference,
    String overage,
    long overageCap,
    int billingDay,
    String taintMode,
    int taintMinutes) {
  static OrganizationRow of(Organization organization) {
    Optional<PlanChange> next = organization.pendingChange();
    return new OrganizationRow(
        organization.id().value(),
        organization.name(),
        organization.slug().value(),
        organization.kind().name(),
        organization.standing().name(),
        organization.plan().value(),
        next.map(it -> it.to().value()).orElse(null),
        next.map(it -> it.at().atOffset(ZoneOffset.UTC)).orElse(null),
        organization.billing().map(BillingReference::value).orElse(null),
        organization.overage().kind().name(),
        organization.overage() instanceof Overage.Metered(long cap) ? cap : 0,
        organization.billingDay(),
        organization.taint().mode().name(),
        Math.toIntExact(organization.taint().lasting().toMinutes()));
  }

  /// How many rows that made: none if its id or slug is in use.
  int addTo(OrganizationRows rows) {
    return rows.add(
        organizationId,
        name,
        slug,
        kind,
        standing,
        planId,
        nextPlanId,
        nextPlanAt,
        billingReference,
        overage,
        overageCap,
        billingDay,
        taintMode,
        taintMinutes);
  }

  Organization organization() {
    return new Organization(
        new OrganizationId(organizationId),
        name,
        new Slug(slug),
        Organization.Kind.valueOf(kind),
        Organization.Standing.valueOf(standing),
        new PlanId(planId),
        pendingChange(),
        Optional.ofNullable(billingReference).map(BillingReference::new),
        overageAsPicked(),
        billingDay,
        new TaintPolicy(TaintMode.valueOf(taintMode), Duration.ofMinutes(taintMinutes)));
  }

  private Overage overageAsPicked() {
    return switch (Overage.Kind.valueOf(overage)) {
      case BLOCK -> Overage.BLOCK;
      case SOFT -> Overage.SOFT;
      case METERED -> new Overage.Metered(overageCap);
    };
  }

  private Optional<PlanChange> pendingChange() {
    return nextPlanId == null || nextPlanAt == null
        ? Optional.empty()
        : Optional.of(new PlanChange(new PlanId(nextPlanId), nextPlanAt.toInstant()));
  }
}
