package dev.sallyport.adapters.out.jdbc;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface OrganizationRows extends GenericRepository<OrganizationRow, String> {
  Optional<OrganizationRow> findByOrganizationId(String organizationId);

  @Query("select * from organizations where organization_id = :organizationId for update")
  Optional<OrganizationRow> lock(String organizationId);

  OrganizationRow update(OrganizationRow row);

  @Query(
      """
      insert into organizations (organization_id, name, slug, kind, standing, plan_id, next_plan_id,
          next_plan_at, billing_reference, overage, overage_cap, billing_day, taint_mode, taint_minutes)
      values (:organizationId, :name, :slug, :kind, :standing, :planId, :nextPlanId,
          :nextPlanAt, :billingReference, :overage, :overageCap, :billingDay, :taintMode, :taintMinutes)
      on conflict do nothing\
      """)
  int add(
      String organizationId,
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
      int taintMinutes);
}
