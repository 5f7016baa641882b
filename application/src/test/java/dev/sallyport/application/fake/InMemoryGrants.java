package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Grants;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Grants that are forgotten with the test.
public final class InMemoryGrants implements Grants, Undoable {
  private final Shelf<Grant> grants = new Shelf<>();

  @Override
  public void give(TenantScope scope, Grant grant) {
    if (!grant.organization().equals(scope.organization())) {
      throw new IllegalArgumentException("a grant is given from within its organization");
    }
    if (grants.step(all -> all.putIfAbsent(grant.id().value(), grant)) != null) {
      throw new IllegalStateException("a new grant has a new id");
    }
  }

  @Override
  public Optional<Grant> find(TenantScope scope, GrantId grant) {
    return grants
        .get(grant.value())
        .filter(found -> found.organization().equals(scope.organization()));
  }

  @Override
  public List<Grant> ofPerson(TenantScope scope, PersonId person) {
    return grants
        .all()
        .filter(grant -> grant.organization().equals(scope.organization()))
        .filter(grant -> grant.person().equals(person))
        .sorted(Comparator.comparing(Grant::givenAt).reversed())
        .toList();
  }

  @Override
  public Change narrow(TenantScope scope, GrantId grant, Narrowing by, Budget atMost) {
    return change(scope, grant, before -> before.narrowed(by, atMost));
  }

  @Override
  public Change revoke(TenantScope scope, GrantId grant, Instant at) {
    return change(
        scope, grant, before -> before.revokedAt().isPresent() ? before : before.revoked(at));
  }

  @Override
  public Runnable snapshot() {
    return grants.snapshot();
  }

  private Change change(TenantScope scope, GrantId id, UnaryOperator<Grant> how) {
    return grants.step(all -> {
      Grant before = all.get(id.value());
      if (before == null || !before.organization().equals(scope.organization())) {
        return new Change.NotThere();
      }
      Grant after = how.apply(before);
      all.put(id.value(), after);
      return new Change.Changed(after);
    });
  }
}
