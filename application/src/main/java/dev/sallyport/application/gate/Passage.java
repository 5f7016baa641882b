package dev.sallyport.application.gate;

import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.CallTool.Answer;
import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Arguments.Reading;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Limiter.Admission.Admitted;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.policy.CallerRule;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.Request;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way of every call: find, limit, check, and then decide and act in [Deciding].
///
/// What a caller may not know of goes the way of what there is not, step by step, so that no time
/// tells them apart.
final class Passage {
  private static final int ID_BYTES = 10;

  private final Entitlements entitlements;
  private final Screening screening;
  private final Limits limits;
  private final Credentials credentials;
  private final Deciding deciding;
  private final Callers callers;
  private final Ledger ledger;
  private final Scribe scribe;
  private final Alarms alarms;
  private final Randomness randomness;
  private final InstantSource clock;

  Passage(
      Entitlements entitlements,
      Screening screening,
      Limits limits,
      Credentials credentials,
      Deciding deciding,
      Callers callers,
      Scribe scribe,
      Means means) {
    this.entitlements = entitlements;
    this.screening = screening;
    this.limits = limits;
    this.credentials = credentials;
    this.deciding = deciding;
    this.callers = callers;
    this.ledger = means.ledger();
    this.scribe = scribe;
    this.alarms = means.alarms();
    this.randomness = means.randomness();
    this.clock = means.clock();
  }

  /// Takes the call all the way.
  ///
  /// @param sought what is called, if there is such a thing
  Answer of(CallId id, Command command, Sought sought) {
    Instant at = clock.instant();
    Optional<Outcome> left = Call.leftBehind(command, at);
    if (left.isPresent()) {
      return bare(id, left.get());
    }
    Optional<Entitled> entitled = entitlements.of(command.caller());
    if (entitled.isEmpty()) {
      // nobody is known here, so nothing is told or counted
      return bare(id, new Outcome.UnknownTool());
    }
    callers.called(command.caller());
    Optional<Offer<?, ?>> offer = sought.by(entitled.get());
    // what is kept of a call goes by the one name of what was called
    Command named = offer.map(it -> command.of(it.name())).orElse(command);
    return admitted(id, named, offer.orElse(null), entitled.get(), at);
  }

  CallId newId() {
    return CallId.of(clock.instant(), randomness.bytes(ID_BYTES));
  }

  /// A call that is made for a claim's sake, if its caller may still make it.
  <I, O> Optional<Call<I, O>> again(Command command, Offer<I, O> offer, Reading.Fits<I> fits) {
    Instant at = clock.instant();
    return entitlements
        .of(command.caller())
        .map(entitled -> call(newId(), command, offer, fits, entitled, new Warnings(), at))
        .flatMap(deciding::again);
  }

  private Answer admitted(
      CallId id, Command command, @Nullable Offer<?, ?> offer, Entitled entitled, Instant at) {
    Optional<Decision.Deny> denial =
        offer == null
            ? screening.of(command.caller(), entitled)
            : screening.of(command.caller(), offer, entitled);
    Offer<?, ?> shown = denial.filter(Screening::isOfAnyName).isPresent() ? null : offer;
    Weight weight = shown == null ? Weight.CORE : shown.spec().weight();
    return switch (limits.admit(command.caller(), entitled.plan(), weight)) {
      case Limits.Refused(var limited) -> bare(id, limited);
      case Limits.Passed(Admitted admitted) -> {
        var warnings = new Warnings();
        try {
          Outcome outcome =
              shown != null
                  ? wanting(shown, checked(id, command, shown, denial, entitled, warnings, at))
                  : unknown(id, command, offer, denial, at);
          yield new Answer(id, outcome, Limits.standings(admitted), warnings.all());
        } finally {
          release(id, command, admitted);
        }
      }
    };
  }

  /// Says which right it was that the call lacked, so that hosts can ask for it.
  private static Outcome wanting(Offer<?, ?> offer, Outcome outcome) {
    return outcome instanceof Outcome.Refused refused
            && refused.rule().equals(CallerRule.SCOPE_COVERS_TOOL.title())
        ? refused.wanting(offer.spec().scope())
        : outcome;
  }

  // how a call ended stays so, whatever becomes of its place
  private void release(CallId id, Command command, Admitted admitted) {
    try {
      limits.release(admitted);
    } catch (Unavailable _) {
      // the place is forgotten when its time is over
    } catch (RuntimeException | Error fault) {
      alarms.raise(new Alarm.Bug(id, command.tool(), fault));
    }
  }

  private <I, O> Outcome checked(
      CallId id,
      Command command,
      Offer<I, O> offer,
      Optional<Decision.Deny> denial,
      Entitled entitled,
      Warnings warnings,
      Instant at) {
    return switch (offer.form().read(command.arguments())) {
      case Reading.Unfit<I>(List<String> faults) -> {
        // whoever may not call it does not learn what it takes
        String rule = denial.map(Decision.Deny::rule).orElse("arguments-fit");
        note(command, scribe.turnedAway(id, command, rule, at));
        yield denial.map(Screening::told).orElseGet(() -> new Outcome.InvalidArguments(faults));
      }
      case Reading.Fits<I> fits ->
          deciding.run(call(id, command, offer, fits, entitled, warnings, at));
    };
  }

  private Outcome unknown(
      CallId id,
      Command command,
      @Nullable Offer<?, ?> offer,
      Optional<Decision.Deny> denial,
      Instant at) {
    String rule = denial.map(Decision.Deny::rule).orElse(Screening.UNKNOWN);
    note(
        command,
        offer == null
            ? scribe.unknown(id, command, rule, at)
            : scribe.turnedAway(id, command, rule, at));
    return denial.map(Screening::told).orElseGet(Outcome.UnknownTool::new);
  }

  private <I, O> Call<I, O> call(
      CallId id,
      Command command,
      Offer<I, O> offer,
      Reading.Fits<I> fits,
      Entitled entitled,
      Warnings warnings,
      Instant at) {
    Caller caller = command.caller();
    Credentials.Opened account = credentials.of(caller.scope(), entitled.grant(), offer.backend());
    Request request = Screening.request(caller, offer, entitled, account.link(), at);
    return new Call<>(id, command, offer, fits, entitled, request, account, warnings, at);
  }

  private void note(Command command, Filing filing) {
    ledger.append(command.caller().scope(), filing);
  }

  static Answer bare(CallId id, Outcome outcome) {
    return new Answer(id, outcome, List.of(), List.of());
  }

  /// What a call is of, which may depend on what its caller may.
  interface Sought {
    Optional<Offer<?, ?>> by(Entitled entitled);
  }
}
