package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Organizations that last as long as the test.
public final class InMemoryOrganizations implements Organizations, Undoable {
  private final Shelf<Organization> organizations = new Shelf<>();

  @Override
  public Addition add(TenantScope scope, Organization organization) {
    if (!organization.id().equals(scope.organization())) {
      throw new IllegalArgumentException("an organization is added from within itself");
    }
    return organizations.step(all -> {
      boolean slugTaken =
          all.values().stream().anyMatch(it -> it.slug().equals(organization.slug()));
      return !slugTaken && all.putIfAbsent(organization.id().value(), organization) == null
          ? Addition.ADDED
          : Addition.TAKEN;
    });
  }

  @Override
  public Optional<Organization> find(TenantScope scope) {
    return organizations.get(scope.organization().value());
  }

  @Override
  public Optional<Organization> change(TenantScope scope, UnaryOperator<Organization> function) {
    return organizations.step(all ->
        Optional.ofNullable(
            all.computeIfPresent(
                scope.organization().value(), (_, before) -> function.apply(before))));
  }

  @Override
  public Runnable snapshot() {
    return organizations.snapshot();
  }
}
