package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
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
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Personal;
import java.time.InstantSource;

/// Tightens a grant, writes it down and tells every instance, in one unit.
public final class NarrowGrantService implements NarrowGrant {
  private static final int ID_BYTES = 16;

  private final Grants grants;
  private final Ledger ledger;
  private final Changes changes;
  private final UnitOfWork units;
  private final Randomness randomness;
  private final InstantSource clock;

  public NarrowGrantService(
      Grants grants,
      Ledger ledger,
      Changes changes,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    this.grants = grants;
    this.ledger = ledger;
    this.changes = changes;
    this.units = units;
    this.randomness = randomness;
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
      ledger.append(caller.scope(), entry(tighter));
      changes.announce(caller.scope(), Subject.ENTITLEMENTS);
      return new Result.Narrowed(tighter);
    }
    return new Result.NotThere();
  }

  private Filing entry(Grant tighter) {
    Facts facts =
        Facts.none()
            .with(Fact.GRANT, tighter.id().value())
            .with(Fact.CLIENT, tighter.client().value())
            .with(Fact.SUBJECT, "grant " + tighter.id().value())
            .with(Fact.OUTCOME, "narrowed");
    EntryId id = EntryId.of(randomness.bytes(ID_BYTES));
    return Filing.of(
        new Entry(
            id, tighter.organization(), clock.instant(), Kind.CHANGED, facts, Personal.none()),
        tighter.person());
  }
}
