package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.person.GrantEntries;
import dev.sallyport.application.port.in.RevokeGrant;
import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Grants.Change;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import dev.sallyport.domain.account.Account;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.id.GrantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Ends a grant, deletes the credentials it was given, writes it down and tells every instance, in
/// one unit.
public final class RevokeGrantService implements RevokeGrant {
  private final Grants grants;
  private final Accounts accounts;
  private final GrantEntries entries;
  private final Changes changes;
  private final UnitOfWork units;
  private final InstantSource clock;

  public RevokeGrantService(
      Grants grants,
      Accounts accounts,
      Ledger ledger,
      Changes changes,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    this.grants = grants;
    this.accounts = accounts;
    this.entries = new GrantEntries(ledger, randomness);
    this.changes = changes;
    this.units = units;
    this.clock = clock;
  }

  @Override
  public Result revoke(Caller caller, GrantId grant) {
    return units.run(caller.scope(), () -> new Keep<>(revoked(caller, grant)));
  }

  private Result revoked(Caller caller, GrantId id) {
    Optional<Grant> own =
        grants.find(caller.scope(), id).filter(grant -> grant.person().equals(caller.person()));
    if (own.isEmpty()) {
      return new Result.NotThere();
    }
    return own.get().revokedAt().isPresent()
        ? new Result.Revoked(own.get())
        : ended(caller, id, clock.instant());
  }

  private Result ended(Caller caller, GrantId id, Instant at) {
    if (!(grants.revoke(caller.scope(), id, at) instanceof Change.Changed(Grant over))) {
      return new Result.NotThere();
    }
    for (Account account : accounts.of(caller.scope(), id)) {
      accounts.remove(caller.scope(), account.id());
    }
    entries.write(caller.scope(), over, "revoked", at);
    changes.announce(caller.scope(), Subject.ENTITLEMENTS);
    return new Result.Revoked(over);
  }
}
