package dev.sallyport.application.gate;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.SettleClaims.Report;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Claims.Moving;
import dev.sallyport.application.port.out.Claims.Stored;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.Spending;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Sealed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Ends claims: state, quota, budget, ledger and what others are told, in one unit.
///
/// What cannot be stored because the store is away is kept here and stored when it is back, so that
/// an answer that was had is not lost while this instance lives.
final class Books {
  private static final String PERHAPS =
      "It was sent, but how it ended could not be stored yet. Call again with the same key to hear.";

  private final Claims claims;
  private final Meter meter;
  private final Spending spending;
  private final Ledger ledger;
  private final Changes changes;
  private final UnitOfWork units;
  private final Persons persons;
  private final Scribe scribe;
  private final Alarms alarms;
  private final InstantSource clock;
  private final Map<ClaimId, Runnable> owed = new ConcurrentHashMap<>();

  Books(
      Claims claims,
      Meter meter,
      Spending spending,
      Ledger ledger,
      Changes changes,
      UnitOfWork units,
      Persons persons,
      Scribe scribe,
      Alarms alarms,
      InstantSource clock) {
    this.claims = claims;
    this.meter = meter;
    this.spending = spending;
    this.ledger = ledger;
    this.changes = changes;
    this.units = units;
    this.persons = persons;
    this.scribe = scribe;
    this.alarms = alarms;
    this.clock = clock;
  }

  /// Stores how a claim ended, and answers what the caller is told.
  Outcome settle(Call<?, ?> call, Claim claim, Ended ended) {
    try {
      store(call.scope(), claim, ended);
      return ended.outcome();
    } catch (Unavailable _) {
      return owe(call, claim, ended);
    } catch (RuntimeException fault) {
      alarms.raise(new Alarm.Bug(call.id(), call.offer().name(), fault));
      return owe(call, claim, ended);
    }
  }

  private Outcome owe(Call<?, ?> call, Claim claim, Ended ended) {
    owed.put(claim.id(), () -> store(call.scope(), claim, ended));
    return ended.tellsTheAnswer()
        ? new Outcome.OutcomeUnknown(claim.id(), PERHAPS)
        : ended.outcome();
  }

  /// Ends a claim of which nothing was sent, for certain, though nobody knows how far it was
  /// stored.
  void giveUp(TenantScope scope, ClaimId claim) {
    owed.put(claim, () -> unsent(scope, claim));
  }

  /// Ends a claim that was left behind by an instance that no longer lives.
  void endStranded(TenantScope scope, Claim claim) {
    ClaimState end =
        claim.state() == ClaimState.CLAIMED ? ClaimState.FAILED_BEFORE_SEND : ClaimState.UNKNOWN;
    store(scope, claim, bare(end));
  }

  /// Tries again to store what could not be stored.
  Report payDebts() {
    int settled = 0;
    for (Map.Entry<ClaimId, Runnable> debt : Map.copyOf(owed).entrySet()) {
      try {
        debt.getValue().run();
        owed.remove(debt.getKey(), debt.getValue());
        settled++;
      } catch (Unavailable _) {
        return new Report(settled, owed.size());
      } catch (RuntimeException _) {
        // an alarm told of it when it was first tried; the others must not wait behind it
      }
    }
    return new Report(settled, owed.size());
  }

  private void unsent(TenantScope scope, ClaimId id) {
    Optional<Stored> stored = claims.find(scope, id);
    if (stored.isPresent() && stored.get().claim().state().isOpen()) {
      store(scope, stored.get().claim(), bare(ClaimState.FAILED_BEFORE_SEND));
    }
  }

  private void store(TenantScope scope, Claim claim, Ended ended) {
    Instant at = clock.instant();
    Optional<Sealed> answer =
        ended
            .kept()
            .flatMap(
                text -> persons.sealUnlessErased(claim.person(), Writes.answerOf(claim), text));
    units.run(
        scope,
        () -> {
          Moving moving = claims.move(scope, claim, new Claims.Next(ended.state(), at, answer));
          if (moving instanceof Moving.Moved(Claim moved)) {
            ended.besides().run();
            charge(scope, claim, ended);
            ledger.append(scope, scribe.settled(moved, at));
            changes.announce(scope, Subject.CONTENT);
          } else if (moving instanceof Moving.Overtaken(Stored now)) {
            overtaken(scope, now.claim(), ended, at, answer);
          }
          return new Keep<>(moving);
        });
  }

  /// Recovery may have taken a slow instance for a dead one: what is known now still counts.
  private void overtaken(
      TenantScope scope, Claim now, Ended ended, Instant at, Optional<Sealed> answer) {
    if (now.state() == ClaimState.UNKNOWN && ended.state() == ClaimState.DONE) {
      if (claims.move(scope, now, new Claims.Next(ClaimState.DONE, at, answer))
          instanceof Moving.Moved(Claim moved)) {
        ended.besides().run();
        ledger.append(scope, scribe.settled(moved, at));
        changes.announce(scope, Subject.CONTENT);
      }
    }
  }

  // an unknown outcome keeps its charge until somebody knows better
  private void charge(TenantScope scope, Claim before, Ended ended) {
    if (before.state() == ClaimState.UNKNOWN) {
      return;
    }
    if (ended.refunded()) {
      meter.release(scope, before.call());
      spending.giveBack(scope, before.id());
    } else {
      meter.commit(scope, before.call());
    }
  }

  private static Ended bare(ClaimState state) {
    return new Ended(
        state, Optional.empty(), state == ClaimState.FAILED_BEFORE_SEND, new Outcome.Unavailable());
  }
}
