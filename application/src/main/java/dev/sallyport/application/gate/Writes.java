package dev.sallyport.application.gate;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.backend.WriteTool;
import dev.sallyport.application.gate.Workers.Waiting;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Claims.Claiming;
import dev.sallyport.application.port.out.Claims.Moving;
import dev.sallyport.application.port.out.Claims.Stored;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.UnitOfWork.Ending;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Undo;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.claim.ClaimKey;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.claim.KeptText;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.vault.PersonalPart;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Future;

/// The way of a write that was allowed: claimed in one unit with its quota, its budget and its
/// entry, then sent once.
final class Writes {
  /// How long the same arguments count as the same write where the caller gave no key.
  static final Duration UNCHOSEN = Duration.ofSeconds(60);

  private static final int ID_BYTES = 16;

  private final Admission admission;
  private final Claims claims;
  private final UnitOfWork units;
  private final Persons persons;
  private final Randomness randomness;
  private final Settling settling;
  private final Books books;
  private final String node;
  private final Workers workers;
  private final InstantSource clock;

  Writes(
      Admission admission,
      Claims claims,
      UnitOfWork units,
      Persons persons,
      Randomness randomness,
      Settling settling,
      Books books,
      String node,
      Workers workers,
      InstantSource clock) {
    this.admission = admission;
    this.claims = claims;
    this.units = units;
    this.persons = persons;
    this.randomness = randomness;
    this.settling = settling;
    this.books = books;
    this.node = node;
    this.workers = workers;
    this.clock = clock;
  }

  /// What was done under the same key before, if anything was.
  Optional<Stored> holder(Call<?, ?> call) {
    return claims.holder(call.scope(), key(call), call.at().minus(UNCHOSEN));
  }

  /// How a call ends whose key is held: nothing is done again.
  <I, O> Outcome held(Call<I, O> call, WriteTool<I, O> tool, Stored holder) {
    Claim claim = holder.claim();
    if (!claim.argumentsHash().equals(argumentsHash(call))) {
      return new Outcome.KeyReused();
    }
    return switch (claim.state()) {
      case CLAIMED, SENDING -> new Outcome.InProgress(claim.id());
      case UNKNOWN -> settling.lookAgain(call, tool, holder);
      case DONE -> answeredBefore(call, holder);
      case FAILED_BEFORE_SEND ->
          new Outcome.Failed("The first attempt failed before anything was sent.", true);
    };
  }

  <I, O> Outcome run(Decided<I, O> decided, WriteTool<I, O> tool) {
    Call<I, O> call = decided.call();
    Optional<Outcome> left = Call.leftBehind(call.command(), clock.instant());
    if (left.isPresent()) {
      return left.get();
    }
    Claim claim = newClaim(call);
    // before the unit: what is undone with it must not be the key that was made for this
    Sealed arguments =
        persons.seal(call.caller().person(), argumentsOf(claim), call.arguments().canonical());
    return switch (begin(decided, claim, arguments)) {
      case Begun.Not(var outcome) -> {
        admission.enter(decided, outcome);
        yield outcome;
      }
      // looked into after the unit is over: a unit waits for no backend
      case Begun.Held(var holder) -> {
        Outcome outcome = held(call, tool, holder);
        admission.enterRepeated(decided, holder.claim());
        yield outcome;
      }
      case Begun.Sending(var sending) -> send(decided, tool, sending);
    };
  }

  /// Claims the write and records that it is sent, each durably, one after the other.
  private Begun begin(Decided<?, ?> decided, Claim claim, Sealed arguments) {
    Call<?, ?> call = decided.call();
    try {
      Optional<Begun> not = units.run(call.scope(), () -> claimed(decided, claim, arguments));
      return not.orElseGet(() -> toSending(call, claim));
    } catch (RuntimeException | Error fault) {
      // however much of it was stored, nothing has left
      books.giveUp(call.scope(), claim);
      throw fault;
    }
  }

  private <I, O> Outcome send(Decided<I, O> decided, WriteTool<I, O> tool, Claim claim) {
    Call<I, O> call = decided.call();
    Future<Outcome> work;
    try {
      work = workers.start(() -> settling.send(decided, tool, claim));
    } catch (Unavailable _) {
      // this instance is going down
      return books.settle(call, claim, Ended.unsent(new Outcome.Unavailable()));
    }
    return switch (workers.await(work, call.command().deadline())) {
      case Waiting.Ended(var outcome) -> outcome;
      // it is finished and stored all the same
      case Waiting.TimeOver() -> new Outcome.InProgress(claim.id());
      case Waiting.Left() -> new Outcome.Abandoned(false);
    };
  }

  private Ending<Optional<Begun>> claimed(Decided<?, ?> decided, Claim claim, Sealed arguments) {
    Call<?, ?> call = decided.call();
    Claiming claiming =
        claims.claim(call.scope(), claim, node, arguments, call.at().minus(UNCHOSEN));
    if (claiming instanceof Claiming.Held(Stored holder)) {
      return new Undo<>(Optional.of(new Begun.Held(holder)));
    }
    Optional<Begun> refused = admission.take(decided, claim).map(Begun.Not::new);
    return refused.isPresent() ? new Undo<>(refused) : new Keep<>(Optional.empty());
  }

  private Begun toSending(Call<?, ?> call, Claim claim) {
    Optional<Outcome> left = Call.leftBehind(call.command(), clock.instant());
    if (left.isPresent()) {
      return new Begun.Not(books.settle(call, claim, Ended.unsent(left.get())));
    }
    return switch (claims.move(
        call.scope(),
        claim,
        new Claims.Next(ClaimState.SENDING, clock.instant(), Optional.empty()))) {
      case Moving.Moved(Claim moved) -> new Begun.Sending(moved);
      // it took so long that recovery ended the claim, as one of which nothing was sent
      case Moving.Overtaken _, Moving.NotThere _ ->
          new Begun.Not(new Outcome.Failed("It took too long to begin; nothing was sent.", true));
    };
  }

  private Outcome answeredBefore(Call<?, ?> call, Stored holder) {
    Claim claim = holder.claim();
    Optional<String> kept =
        holder.answer().flatMap(sealed -> persons.open(claim.person(), answerOf(claim), sealed));
    Optional<Outcome> answer =
        kept.flatMap(KeptText::answerIn).map(told -> settling.again(call, claim, told));
    Optional<Outcome> refusal =
        kept.flatMap(KeptText::refusalIn).map(message -> new Outcome.Failed(message, false));
    return answer.or(() -> refusal).orElse(new Outcome.Withheld(Optional.of(claim.id())));
  }

  private Claim newClaim(Call<?, ?> call) {
    Instant at = call.at();
    return new Claim(
        ClaimId.of(randomness.bytes(ID_BYTES)),
        call.id(),
        call.scope().organization(),
        call.caller().person(),
        call.offer().backend().id(),
        key(call),
        argumentsHash(call),
        ClaimState.CLAIMED,
        0,
        at,
        at);
  }

  private ClaimKey key(Call<?, ?> call) {
    Optional<String> chosen = call.arguments().idempotencyKey();
    return new ClaimKey(
        call.caller().grant(),
        call.offer().name(),
        chosen
            .map(key -> persons.keyed(call, "idempotency-key", key))
            .orElseGet(() -> argumentsHash(call)),
        chosen.isPresent());
  }

  private String argumentsHash(Call<?, ?> call) {
    return persons.keyed(call, "arguments", call.arguments().canonical());
  }

  static SealContext argumentsOf(Claim claim) {
    return PersonalPart.CLAIM_ARGUMENTS.of(claim.organization(), claim.id().value());
  }

  static SealContext answerOf(Claim claim) {
    return PersonalPart.CLAIM_ANSWER.of(claim.organization(), claim.id().value());
  }

  /// Whether a write may be sent now.
  private sealed interface Begun {
    record Sending(Claim claim) implements Begun {}

    /// Somebody was first.
    record Held(Stored by) implements Begun {}

    record Not(Outcome outcome) implements Begun {}
  }
}
