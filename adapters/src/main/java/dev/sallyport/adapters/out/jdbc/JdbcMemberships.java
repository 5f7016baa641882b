package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.Roster;
import dev.sallyport.domain.tenancy.TenantScope;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/// Memberships as rows of their organization.
@Singleton
final class JdbcMemberships implements Memberships {
  private final Database database;
  private final MembershipRows rows;

  JdbcMemberships(Database database, MembershipRows rows) {
    this.database = database;
    this.rows = rows;
  }

  @Override
  public Addition add(TenantScope scope, Membership membership) {
    if (!membership.organization().equals(scope.organization())) {
      throw new IllegalArgumentException("a membership is added from within its organization");
    }
    int added =
        database.inTenant(
            scope,
            _ ->
                rows.add(
                    membership.organization().value(),
                    membership.person().value(),
                    membership.role().name()));
    return added == 1 ? Addition.ADDED : Addition.MEMBER_ALREADY;
  }

  @Override
  public Optional<Membership> find(TenantScope scope, PersonId person) {
    return database
        .inTenant(
            scope,
            _ -> rows.findByOrganizationIdAndPersonId(scope.organization().value(), person.value()))
        .map(MembershipRow::membership);
  }

  @Override
  public Roster roster(TenantScope scope) {
    return new Roster(
        scope.organization(),
        database
            .inTenant(
                scope, _ -> rows.findByOrganizationIdOrderByPersonId(scope.organization().value()))
            .stream()
            .map(MembershipRow::membership)
            .toList());
  }

  @Override
  public Change changeRole(TenantScope scope, PersonId person, Role role) {
    String organization = scope.organization().value();
    return changed(scope, person, () -> rows.changeRole(organization, person.value(), role.name()));
  }

  @Override
  public Change remove(TenantScope scope, PersonId person) {
    String organization = scope.organization().value();
    return changed(scope, person, () -> rows.remove(organization, person.value()));
  }

  @Override
  public List<Membership> of(PersonId person) {
    return database.inSystem(_ -> rows.findByPersonIdOrderByOrganizationId(person.value())).stream()
        .map(MembershipRow::membership)
        .toList();
  }

  private Change changed(TenantScope scope, PersonId person, IntSupplier statement) {
    return database.inTenant(
        scope,
        _ -> {
          rows.lockOwners(scope.organization().value());
          if (statement.getAsInt() == 1) {
            return Change.CHANGED;
          }
          return find(scope, person).isPresent() ? Change.LAST_OWNER : Change.NO_MEMBER;
        });
  }
}
