package dev.sallyport.application.usecase;

import dev.sallyport.application.fake.InMemoryGrants;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Grants that note which were looked at, and some of which cannot be read.
final class WatchedGrants implements Grants {
  final List<GrantId> looked = new ArrayList<>();
  final Set<GrantId> unreadable = new HashSet<>();
  private final Grants grants = new InMemoryGrants();

  @Override
  public void give(TenantScope scope, Grant grant) {
    grants.give(scope, grant);
  }

  @Override
  public Optional<Grant> find(TenantScope scope, GrantId grant) {
    looked.add(grant);
    if (unreadable.contains(grant)) {
      throw new IllegalStateException("nobody can read this");
    }
    return grants.find(scope, grant);
  }

  @Override
  public List<Grant> ofPerson(TenantScope scope, PersonId person) {
    return grants.ofPerson(scope, person);
  }

  @Override
  public Change narrow(TenantScope scope, GrantId grant, Narrowing by, Budget atMost) {
    return grants.narrow(scope, grant, by, atMost);
  }

  @Override
  public Change revoke(TenantScope scope, GrantId grant, Instant at) {
    return grants.revoke(scope, grant, at);
  }
}
