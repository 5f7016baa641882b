package dev.sallyport.application.usecase;

import dev.sallyport.application.port.in.ListKeys;
import dev.sallyport.application.port.out.ApiKeys;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.People;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.key.ApiKey.Standing;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Looks into each organization that has keys.
public final class ListKeysService implements ListKeys {
  private final ApiKeys keys;
  private final Grants grants;
  private final People people;
  private final InstantSource clock;

  public ListKeysService(ApiKeys keys, Grants grants, People people, InstantSource clock) {
    this.keys = keys;
    this.grants = grants;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public void list(Consumer<Listed> to) {
    keys.organizations().stream()
        .map(TenantScope::new)
        .forEach(scope ->
            keys.ofOrganization(scope).stream().map(key -> listed(scope, key)).forEach(to));
  }

  private Listed listed(TenantScope scope, ApiKey key) {
    return new Listed(key, people.find(key.person()), standing(scope, key, clock.instant()));
  }

  private Standing standing(TenantScope scope, ApiKey key, Instant at) {
    Standing own = key.standing(at);
    if (own == Standing.REVOKED) {
      return own;
    }
    return grants.find(scope, key.grant()).filter(grant -> isRevoked(grant)).isPresent()
        ? Standing.REVOKED
        : own;
  }

  private static boolean isRevoked(Grant grant) {
    return grant.revokedAt().isPresent();
  }
}
