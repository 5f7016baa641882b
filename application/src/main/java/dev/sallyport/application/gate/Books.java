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
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Sealed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Ends claims: state, quota, budget, ledger and what others are told, in one unit.
///
/// What cannot be stored because the store is away is kept here and stored when it is back, so that
/// an answer that was had is not lost while this instance lives. What a fault of our own keeps from
/// being stored is tried a few times, each told as an alarm, and then ends as if nobody knew of it.
final class Books {
  private static final int MOST_TRIES = 5;
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
  private final Map<ClaimId, Debt> owed = new ConcurrentHashMap<>();

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
    } catch (RuntimeException | Error fault) {
      alarms.raise(new Alarm.Bug(call.id(), call.offer().name(), fault));
      return owe(call, claim, ended);
    }
  }

  private Outcome owe(Call<?, ?> call, Claim claim, Ended ended) {
    owe(call.scope(), claim, () -> store(call.scope(), claim, ended));
    return ended.tellsTheAnswer()
        ? new Outcome.OutcomeUnknown(claim.id(), PERHAPS)
        : ended.outcome();
  }

  private void owe(TenantScope scope, Claim claim, Runnable payment) {
    owed.put(claim.id(), new Debt(scope, claim, payment, 0));
  }

  /// Ends a claim of which nothing was sent, for certain, though nobody knows how far it was
  /// stored.
  void giveUp(TenantScope scope, Claim claim) {
    owe(
        scope,
        claim,
        () ->
            open(scope, claim)
                .ifPresent(it -> store(scope, it, bare(ClaimState.FAILED_BEFORE_SEND))));
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
    var absences = new Absences();
    for (Debt debt : List.copyOf(owed.values())) {
      settled += isPaid(debt, absences) ? 1 : 0;
    }
    return new Report(settled, owed.size());
  }

  // one that cannot be paid must neither keep the others waiting nor be tried for ever
  private boolean isPaid(Debt debt, Absences absences) {
    OrganizationId organization = debt.scope().organization();
    if (absences.isAway(organization)) {
      return false;
    }
    boolean last = debt.tries() == MOST_TRIES;
    try {
      if (last) {
        endUntold(debt.scope(), debt.claim());
      } else {
        debt.payment().run();
      }
      owed.remove(debt.claim().id(), debt);
      absences.reached();
      return true;
    } catch (Unavailable away) {
      absences.missed(organization, away);
      return false;
    } catch (RuntimeException | Error fault) {
      alarms.raise(new Alarm.Bug(debt.claim().call(), debt.claim().key().tool(), fault));
      owed.computeIfPresent(debt.claim().id(), (_, owing) -> last ? null : owing.triedAgain());
      return false;
    }
  }

  /// Without what is known of its end, which may be what cannot be stored. Should even that fail,
  /// the claim stays open until this instance ends.
  private void endUntold(TenantScope scope, Claim claim) {
    open(scope, claim).ifPresent(it -> endStranded(scope, it));
  }

  private Optional<Claim> open(TenantScope scope, Claim claim) {
    return claims
        .find(scope, claim.id())
        .map(Stored::claim)
        .filter(stored -> stored.state().isOpen());
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

  /// Recovery may have taken a slow instance for a dead one: what is known now still counts, and
  /// what was not sent may be sent again. What was counted as used stays so.
  private void overtaken(
      TenantScope scope, Claim now, Ended ended, Instant at, Optional<Sealed> answer) {
    if (now.state() != ClaimState.UNKNOWN || !now.state().leadsTo(ended.state())) {
      return;
    }
    if (claims.move(scope, now, new Claims.Next(ended.state(), at, answer))
        instanceof Moving.Moved(Claim moved)) {
      ended.besides().run();
      if (ended.refunded()) {
        spending.giveBack(scope, moved.id());
      }
      ledger.append(scope, scribe.settled(moved, at));
      changes.announce(scope, Subject.CONTENT);
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

  /// What is still to be stored of a claim.
  ///
  /// @param tries how often it failed through a fault of our own
  private record Debt(TenantScope scope, Claim claim, Runnable payment, int tries) {
    Debt triedAgain() {
      return new Debt(scope, claim, payment, tries + 1);
    }
  }
}
