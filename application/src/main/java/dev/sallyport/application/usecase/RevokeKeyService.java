package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.person.GrantEntries;
import dev.sallyport.application.port.in.RevokeGrant;
import dev.sallyport.application.port.in.RevokeKey;
import dev.sallyport.application.port.out.ApiKeys;
import dev.sallyport.application.port.out.ApiKeys.Change;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import dev.sallyport.domain.id.ApiKeyId;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scopes;
import java.time.Instant;
import java.time.InstantSource;

/// Ends a key and, as its person could, the grant it carries; in one unit, which every instance
/// hears of.
public final class RevokeKeyService implements RevokeKey {
  private final ApiKeys keys;
  private final RevokeGrant grants;
  private final GrantEntries entries;
  private final Changes changes;
  private final UnitOfWork units;
  private final InstantSource clock;

  public RevokeKeyService(
      ApiKeys keys,
      RevokeGrant grants,
      Ledger ledger,
      Changes changes,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    this.keys = keys;
    this.grants = grants;
    this.entries = new GrantEntries(ledger, randomness);
    this.changes = changes;
    this.units = units;
    this.clock = clock;
  }

  @Override
  public Result revoke(ApiKeyId key) {
    return keys.whereabouts(key)
        .map(TenantScope::new)
        .map(scope -> units.run(scope, () -> new Keep<>(revoked(scope, key))))
        .orElseGet(Result.NotThere::new);
  }

  private Result revoked(TenantScope scope, ApiKeyId id) {
    return keys.find(scope, id)
        .map(key -> key.revokedAt().isPresent() ? new Result.Revoked(key) : ended(scope, id))
        .orElseGet(Result.NotThere::new);
  }

  private Result ended(TenantScope scope, ApiKeyId id) {
    Instant at = clock.instant();
    if (!(keys.revoke(scope, id, at) instanceof Change.Changed(ApiKey over))) {
      return new Result.NotThere();
    }
    grants.revoke(
        new Caller(scope, over.grant(), over.person(), over.client(), Scopes.NONE), over.grant());
    entries.write(scope, over, Kind.KEY_REVOKED, "revoked", at);
    changes.announce(scope, Subject.ENTITLEMENTS);
    return new Result.Revoked(over);
  }
}
