package dev.sallyport.application.gate;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.backend.BackendTrouble;
import dev.sallyport.application.backend.Outcome.CredentialStale;
import dev.sallyport.application.backend.Outcome.Done;
import dev.sallyport.application.backend.Outcome.Failed;
import dev.sallyport.application.backend.Outcome.NeedsInput;
import dev.sallyport.application.backend.Outcome.NotThere;
import dev.sallyport.application.backend.Outcome.Retry;
import dev.sallyport.application.backend.Outcome.Unknown;
import dev.sallyport.application.backend.Settlement;
import dev.sallyport.application.backend.WriteTool;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Claims.Stored;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.claim.KeptText;
import dev.sallyport.domain.tool.Provenance;
import java.time.InstantSource;
import java.util.Optional;

/// Sends what was claimed, once, and makes of the backend's answer how the claim ends.
final class Settling {
  private static final String PERHAPS =
      "It may have been sent, and nobody knows what came of it. Do not send it again under another"
          + " key before somebody has looked.";
  private static final String NOT_FOUND =
      "It was not found where it should have arrived. To send it again, call with a new"
          + " idempotencyKey.";

  private final Claims claims;
  private final Books books;
  private final Outside outside;
  private final Credentials credentials;
  private final Ledger ledger;
  private final Scribe scribe;
  private final Alarms alarms;
  private final InstantSource clock;
  private final Outputs outputs;

  Settling(
      Claims claims,
      Books books,
      Outside outside,
      Credentials credentials,
      Ledger ledger,
      Scribe scribe,
      Alarms alarms,
      InstantSource clock,
      Outputs outputs) {
    this.claims = claims;
    this.books = books;
    this.outside = outside;
    this.credentials = credentials;
    this.ledger = ledger;
    this.scribe = scribe;
    this.alarms = alarms;
    this.clock = clock;
    this.outputs = outputs;
  }

  /// Runs the tool for a claim that is durably recorded as being sent, and stores how it ended.
  <I, O> Outcome send(Decided<I, O> decided, WriteTool<I, O> tool, Claim sending) {
    Call<I, O> call = decided.call();
    // whoever goes away does not undo what is being sent
    var access = new GateAccess(call, call.command()::deadline, () -> false, clock);
    return books.settle(call, sending, ended(decided, tool, sending, access));
  }

  boolean mayBeUnderWay(WriteTool<?, ?> tool, Claim claim) {
    return clock.instant().isBefore(claim.changedAt().plus(tool.quietPeriod()));
  }

  /// Looks for something that was perhaps sent, once it cannot be under way any more.
  <I, O> Outcome lookAgain(Call<I, O> call, WriteTool<I, O> tool, Stored holder) {
    try {
      return found(call, tool, holder);
    } catch (RuntimeException | Error fault) {
      // whatever hinders looking, it is as unknown as before
      alarmOf(call, fault);
      return new Outcome.OutcomeUnknown(holder.claim().id(), PERHAPS);
    }
  }

  /// The same; what hinders looking is thrown.
  <I, O> Outcome found(Call<I, O> call, WriteTool<I, O> tool, Stored holder) {
    Claim claim = holder.claim();
    if (mayBeUnderWay(tool, claim)) {
      return new Outcome.OutcomeUnknown(claim.id(), PERHAPS);
    }
    var access = new GateAccess(call, call.command()::deadline, () -> false, clock);
    return switch (tool.findSent(call.input(), access, parts(call, claim))) {
      case Settlement.Found<O>(O output, Provenance provenance) ->
          books.settle(call, claim, found(call, claim, output, provenance));
      case Settlement.NotFound<O>() -> new Outcome.OutcomeUnknown(claim.id(), NOT_FOUND);
      case Settlement.CannotTell<O>() -> new Outcome.OutcomeUnknown(claim.id(), PERHAPS);
    };
  }

  private void alarmOf(Call<?, ?> call, Throwable fault) {
    if (!(fault instanceof Unavailable || fault instanceof BackendTrouble)) {
      alarms.raise(new Alarm.Bug(call.id(), call.offer().name(), fault));
    }
  }

  private <I, O> Ended ended(
      Decided<I, O> decided, WriteTool<I, O> tool, Claim sending, GateAccess access) {
    Call<I, O> call = decided.call();
    try {
      return switch (tool.act(call.input(), access, parts(call, sending))) {
        case Done<O> answer -> done(decided, sending, answer);
        case NeedsInput<O>(var questions, String state) ->
            Ended.unsent(new Outcome.InputNeeded(questions, state));
        case Failed<O>(String message, Retry retry) -> failed(message, retry);
        case NotThere<O>(String message) -> failed(message, Retry.USELESS);
        case Unknown<O>(String message) -> unknown(sending, message);
        case CredentialStale<O>() ->
            Ended.unsent(Screening.credentialStale(call)).and(() -> markStale(call));
      };
    } catch (RuntimeException | Error fault) {
      // it may have broken after it was sent
      alarmOf(call, fault);
      return unknown(sending, PERHAPS);
    }
  }

  private void markStale(Call<?, ?> call) {
    credentials.refused(call.scope(), call.entitled().grant(), call.offer().backend());
  }

  private <O> Ended done(Decided<?, O> decided, Claim sending, Done<O> done) {
    Call<?, O> call = decided.call();
    Provenance provenance = done.provenance();
    String json = outputs.write(call, done.output());
    return answered(
        call,
        sending,
        new KeptText.Told(json, provenance),
        new Outcome.Answered(
            json,
            done.content(),
            provenance,
            decided.allow().notes(),
            Optional.of(sending.id()),
            false));
  }

  /// It was done; whether anybody gets to see the answer is up to the guard.
  private Ended answered(Call<?, ?> call, Claim claim, KeptText.Told told, Outcome outcome) {
    if (!Guard.passes(call.entitled().grant(), told.provenance())) {
      alarms.raise(
          new Alarm.OutsideReach(call.id(), call.offer().backend().id(), call.offer().name()));
      return new Ended(
          ClaimState.DONE,
          Optional.empty(),
          false,
          new Outcome.Withheld(Optional.of(claim.id())),
          () -> ledger.append(call.scope(), scribe.alarm(call)));
    }
    return new Ended(
        ClaimState.DONE,
        Optional.of(KeptText.answer(told.json(), told.provenance())),
        false,
        outcome,
        () -> noteOutside(call, told.provenance()));
  }

  /// Tells again what was answered, to whoever still reaches where it came from.
  Outcome again(Call<?, ?> call, Claim claim, KeptText.Told told) {
    if (!Guard.passes(call.entitled().grant(), told.provenance())) {
      return new Outcome.Withheld(Optional.of(claim.id()));
    }
    outside.note(
        call.scope(),
        call.entitled().grant(),
        told.provenance(),
        clock.instant(),
        call.entitled().taint().lasting());
    return new Outcome.AnsweredBefore(
        told.json(), claim.id(), claim.changedAt(), claim.key().chosen());
  }

  private void noteOutside(Call<?, ?> call, Provenance provenance) {
    outside.noteWithinUnit(
        call.scope(),
        call.entitled().grant(),
        provenance,
        clock.instant(),
        call.entitled().taint().lasting());
  }

  private static Ended failed(String message, Retry retry) {
    return switch (retry) {
      case SAFE -> Ended.unsent(new Outcome.Failed(message, true));
      // a definite no is an answer, and stays the answer
      case USELESS ->
          new Ended(
              ClaimState.DONE,
              Optional.of(KeptText.refusal(message)),
              true,
              new Outcome.Failed(message, false));
    };
  }

  private static Ended unknown(Claim sending, String message) {
    return new Ended(
        ClaimState.UNKNOWN,
        Optional.empty(),
        false,
        new Outcome.OutcomeUnknown(sending.id(), message));
  }

  private <I, O> Ended found(Call<I, O> call, Claim claim, O output, Provenance provenance) {
    String json = outputs.write(call, output);
    return answered(
        call,
        claim,
        new KeptText.Told(json, provenance),
        new Outcome.AnsweredBefore(json, claim.id(), clock.instant(), claim.key().chosen()));
  }

  private Parts parts(Call<?, ?> call, Claim claim) {
    return new Parts(call.scope(), claim, claims, clock);
  }
}
