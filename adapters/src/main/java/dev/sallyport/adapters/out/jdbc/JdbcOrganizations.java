package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.TenantScope;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Organizations as rows that only they themselves see.
@Singleton
final class JdbcOrganizations implements Organizations {
  private final Database database;
  private final OrganizationRows rows;

  JdbcOrganizations(Database database, OrganizationRows rows) {
    this.database = database;
    this.rows = rows;
  }

  @Override
  public Addition add(TenantScope scope, Organization organization) {
    if (!organization.id().equals(scope.organization())) {
      throw new IllegalArgumentException("an organization is added from within itself");
    }
    int added = database.inTenant(scope, _ -> OrganizationRow.of(organization).addTo(rows));
    return added == 1 ? Addition.ADDED : Addition.TAKEN;
  }

  @Override
  public Optional<Organization> find(TenantScope scope) {
    return database
        .inTenant(scope, _ -> rows.findByOrganizationId(scope.organization().value()))
        .map(OrganizationRow::organization);
  }

  @Override
  public Optional<Organization> change(TenantScope scope, UnaryOperator<Organization> function) {
    return database.inTenant(
        scope,
        _ ->
            // the lock makes the next change wait, and see what this one made
            rows.lock(scope.organization().value())
                .map(OrganizationRow::organization)
                .map(function)
                .map(it -> rows.update(OrganizationRow.of(it)).organization()));
  }
}
