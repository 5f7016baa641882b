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
import dev.sallyport.application.gate.Errand.End;
import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Arguments.Reading.Fits;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.ReadEntries;
import dev.sallyport.application.port.out.ReadEntries.PlainReads;
import dev.sallyport.application.port.out.ReadEntries.Taking;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.policy.CallerRule;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.FootprintRule;
import dev.sallyport.domain.policy.History;
import dev.sallyport.domain.policy.Policy;
import dev.sallyport.domain.policy.Reasons;
import dev.sallyport.domain.policy.ToolCall;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.Provenance;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// The way of an errand: screened, looked at, decided, done, guarded and entered like a call of its
/// own. The call that it is part of has paid for it and notes what it read from outside.
final class Errands {
  static final String LATE = "It did not answer in time.";
  private static final String BROKEN = "It could not be asked.";
  private static final String ASKS = "It asks something first, which has no place here.";
  private static final String WITHHELD = "Its answer was withheld.";

  /// What these deny lies outside the reach, of which nobody hears a word.
  private static final Set<String> OF_REACH =
      Set.of(
          FootprintRule.SPACES_ARE_ALLOWED.title(),
          FootprintRule.PRIVATE_PLACES_ARE_ALLOWED.title(),
          FootprintRule.NARROWING_KEEPS_PLACES.title());

  private final Screening screening;
  private final Entitlements entitlements;
  private final Credentials credentials;
  private final Policies policies;
  private final Ledger ledger;
  private final ReadEntries entries;
  private final Scribe scribe;
  private final Alarms alarms;
  private final InstantSource clock;

  Errands(
      Screening screening,
      Entitlements entitlements,
      Credentials credentials,
      Scribe scribe,
      Means means) {
    this.screening = screening;
    this.entitlements = entitlements;
    this.credentials = credentials;
    this.policies = means.policies();
    this.ledger = means.ledger();
    this.entries = means.entries();
    this.scribe = scribe;
    this.alarms = means.alarms();
    this.clock = means.clock();
  }

  /// Answers whatever happens, and breaks nothing but itself.
  <I, O> End<O> run(Errand<I, O> errand, I input, CallId id, Command command) {
    try {
      return screened(errand, input, id, command);
    } catch (BackendTrouble trouble) {
      return new End.Failed<>(String.valueOf(trouble.getMessage()), Retry.SAFE);
    } catch (Unavailable _) {
      return new End.Failed<>(BROKEN, Retry.SAFE);
    } catch (RuntimeException | Error fault) {
      alarms.raise(new Alarm.Bug(id, errand.offer().name(), fault));
      return new End.Failed<>(BROKEN, Retry.SAFE);
    }
  }

  private <I, O> End<O> screened(Errand<I, O> errand, I input, CallId id, Command command) {
    Optional<Entitled> entitled =
        entitlements.of(command.caller()).filter(it -> isSeen(errand.offer(), command, it));
    if (entitled.isEmpty()) {
      return new End.Hidden<>();
    }
    Call<I, O> call = call(errand.offer(), input, id, command, entitled.get());
    Policy policy = policies.current();
    Optional<Decision.Deny> denial = policy.screen(call.request());
    if (denial.isPresent()) {
      return denied(call, denial.get(), policy);
    }
    Footprint footprint = errand.tool().footprint(input, access(call));
    if (entitlements.stillHolds(call.entitled())) {
      return decided(errand, call, footprint);
    }
    Optional<Call<I, O>> again = entitlements.of(command.caller()).map(call::under);
    if (again.isEmpty()) {
      return new End.Hidden<>();
    }
    Optional<Decision.Deny> since = policy.screen(again.get().request());
    return since.isPresent()
        ? denied(again.get(), since.get(), policy)
        : decided(errand, again.get(), footprint);
  }

  // one that looks wherever it may is bound to no place, so the reach is asked here
  private boolean isSeen(Offer<?, ?> offer, Command command, Entitled entitled) {
    return !entitled.grant().reach(offer.backend().id()).isNowhere()
        && screening.of(command.caller(), offer, entitled).isEmpty();
  }

  private <I, O> Call<I, O> call(
      Offer<I, O> offer, I input, CallId id, Command command, Entitled entitled) {
    Instant at = clock.instant();
    Credentials.Opened account =
        credentials.of(command.caller().scope(), entitled.grant(), offer.backend());
    return new Call<>(
        id,
        command,
        offer,
        new Fits<>(input, "", Optional.empty()),
        entitled,
        Screening.request(command.caller(), offer, entitled, account.link(), at),
        account,
        new Warnings(),
        at);
  }

  private GateAccess access(Call<?, ?> call) {
    return new GateAccess(call, call.command()::deadline, call.command().listener()::gone, clock);
  }

  private <O> End<O> denied(Call<?, O> call, Decision.Deny denial, Policy policy) {
    ledger.append(call.scope(), scribe.denied(call, denial, policy.version()));
    String reason = denial.reason().sentence();
    // what is not linked would have been asked; what was taken back since is as it had never been
    return denial.rule().equals(CallerRule.ACCOUNT_IS_LINKED.title())
        ? new End.Failed<>(reason, Retry.SAFE)
        : new End.Hidden<>();
  }

  private <I, O> End<O> decided(Errand<I, O> errand, Call<I, O> call, Footprint footprint) {
    Policy policy = policies.current();
    var asked = new ToolCall(call.request(), footprint, History.NONE, ToolCall.Approval.NONE);
    return switch (policy.decide(asked)) {
      case Decision.Allow allow -> act(errand, call, asked, allow, policy);
      case Decision.Deny deny -> {
        enterDenied(call, asked, deny, policy);
        yield OF_REACH.contains(deny.rule())
            ? new End.Hidden<>()
            : new End.Denied<>(deny.reason().sentence());
      }
      case Decision.Ask ask -> {
        enterDenied(call, asked, ask, policy);
        yield new End.Unapproved<>(ask.reason().sentence());
      }
    };
  }

  private <I, O> End<O> act(
      Errand<I, O> errand, Call<I, O> call, ToolCall asked, Decision.Allow allow, Policy policy) {
    return switch (errand.tool().act(call.input(), access(call))) {
      case Done<O>(O output, var _, Provenance provenance) ->
          guarded(call, asked, allow, policy, new End.Told<>(output, provenance));
      case NeedsInput<O> _ -> new End.Failed<>(ASKS, Retry.USELESS);
      case Failed<O>(String message, Retry retry) -> new End.Failed<>(message, retry);
      case NotThere<O>(String message) -> new End.Failed<>(message, Retry.USELESS);
      // of a read nothing is lost
      case Unknown<O>(String message) -> new End.Failed<>(message, Retry.SAFE);
      case CredentialStale<O>() -> {
        credentials.refused(call.scope(), call.entitled().grant(), call.offer().backend());
        yield new End.Failed<>(Reasons.accountStale(errand.backend()).sentence(), Retry.SAFE);
      }
    };
  }

  /// What may be told of what was read: all of it, or nothing.
  private <O> End<O> guarded(
      Call<?, O> call, ToolCall asked, Decision.Allow allow, Policy policy, End.Told<O> told) {
    if (call.command().listener().gone()) {
      // nobody gets to see it, so nobody is said to have
      return new End.Failed<>(LATE, Retry.SAFE);
    }
    Entitled entitled = call.entitled();
    if (!entitlements.stillHolds(entitled)) {
      // something was taken back while the backend was asked
      Optional<Entitled> now = entitlements.of(call.caller());
      if (now.isEmpty()) {
        return new End.Hidden<>();
      }
      entitled = now.get();
      Optional<Decision.Deny> denial = policies.current().screen(call.under(entitled).request());
      if (denial.isPresent()) {
        return denied(call, denial.get(), policies.current());
      }
    }
    if (!Guard.passes(entitled.grant(), told.provenance())) {
      return withheld(call, told);
    }
    if (entries.plainReads() == PlainReads.ENTERED) {
      note(scribe.decided(Kind.READ, call, asked, allow, policy.version()));
    }
    return told;
  }

  private <O> End<O> withheld(Call<?, O> call, End.Told<O> told) {
    // what was within reach when it was asked for is no fault of the backend
    if (!Guard.passes(call.entitled().grant(), told.provenance())) {
      alarms.raise(
          new Alarm.OutsideReach(call.id(), call.offer().backend().id(), call.offer().name()));
    }
    note(scribe.alarm(call));
    return new End.Failed<>(WITHHELD, Retry.USELESS);
  }

  private void enterDenied(Call<?, ?> call, ToolCall asked, Decision decision, Policy policy) {
    ledger.append(
        call.scope(), scribe.decided(Kind.DENIED, call, asked, decision, policy.version()));
  }

  // what cannot be written down is not told
  private void note(Filing filing) {
    if (entries.take(filing) instanceof Taking.Overloaded) {
      throw new Unavailable("the ledger", new IllegalStateException("too many entries wait"));
    }
  }
}
