package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.person.GrantEntries;
import dev.sallyport.application.port.in.NarrowGrant;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Grants.Change;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.GrantId;
import java.time.InstantSource;

/// Tightens a grant, writes it down and tells every instance, in one unit.
public final class NarrowGrantService implements NarrowGrant {
  private final Grants grants;
  private final GrantEntries entries;
  private final Changes changes;
  private final UnitOfWork units;
  private final InstantSource clock;

  public NarrowGrantService(
      Grants grants,
      Ledger ledger,
      Changes changes,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    this.grants = grants;
    this.entries = new GrantEntries(ledger, randomness);
    this.changes = changes;
    this.units = units;
    this.clock = clock;
  }

  @Override
  public Result narrow(Caller caller, GrantId grant, Narrowing by, Budget atMost) {
    return units.run(caller.scope(), () -> new Keep<>(narrowed(caller, grant, by, atMost)));
  }

  private Result narrowed(Caller caller, GrantId id, Narrowing by, Budget atMost) {
    boolean isOwn =
        grants
            .find(caller.scope(), id)
            .filter(grant -> grant.person().equals(caller.person()))
            .isPresent();
    if (isOwn
        && grants.narrow(caller.scope(), id, by, atMost) instanceof Change.Changed(Grant tighter)) {
      entries.write(caller.scope(), tighter, "narrowed", clock.instant());
      changes.announce(caller.scope(), Subject.ENTITLEMENTS);
      return new Result.Narrowed(tighter);
    }
    return new Result.NotThere();
  }
}
