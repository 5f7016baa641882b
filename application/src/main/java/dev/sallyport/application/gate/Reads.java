package dev.sallyport.application.gate;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.backend.BackendTrouble;
import dev.sallyport.application.backend.Gateway;
import dev.sallyport.application.backend.Outcome.CredentialStale;
import dev.sallyport.application.backend.Outcome.Done;
import dev.sallyport.application.backend.Outcome.Failed;
import dev.sallyport.application.backend.Outcome.NeedsInput;
import dev.sallyport.application.backend.Outcome.NotThere;
import dev.sallyport.application.backend.Outcome.Retry;
import dev.sallyport.application.backend.Outcome.Unknown;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.gate.Flights.Aboard;
import dev.sallyport.application.gate.Flights.Flight;
import dev.sallyport.application.gate.Flights.Passenger;
import dev.sallyport.application.gate.Workers.Waiting;
import dev.sallyport.application.port.in.CallTool.Listener;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.ReadEntries;
import dev.sallyport.application.port.out.ReadEntries.PlainReads;
import dev.sallyport.application.port.out.ReadEntries.Taking;
import dev.sallyport.application.port.out.ResultCache;
import dev.sallyport.application.port.out.ResultCache.Kept;
import dev.sallyport.domain.content.Content;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.content.Replies;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.Policy;
import dev.sallyport.domain.tool.Provenance;
import dev.sallyport.domain.tool.Scopes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// The way of a read that was allowed: quota, memory, one flight per key, guard, taint, ledger.
final class Reads {
  private static final List<Question.Kind> KINDS = List.of(Question.Kind.values());

  private final Quotas quotas;
  private final Admission admission;
  private final ResultCache cache;
  private final Changes changes;
  private final ReadEntries entries;
  private final Outside outside;
  private final Entitlements entitlements;
  private final Credentials credentials;
  private final Policies policies;
  private final Scribe scribe;
  private final Alarms alarms;
  private final InstantSource clock;
  private final Workers workers;
  private final Function<GateAccess, Gateway> desk;
  private final Outputs outputs;
  private final Flights<Shared, Read> flights;

  Reads(
      Quotas quotas,
      Admission admission,
      ResultCache cache,
      Changes changes,
      ReadEntries entries,
      Outside outside,
      Entitlements entitlements,
      Credentials credentials,
      Policies policies,
      Scribe scribe,
      Alarms alarms,
      InstantSource clock,
      Workers workers,
      Function<GateAccess, Gateway> desk,
      Outputs outputs) {
    this.quotas = quotas;
    this.admission = admission;
    this.cache = cache;
    this.changes = changes;
    this.entries = entries;
    this.outside = outside;
    this.entitlements = entitlements;
    this.credentials = credentials;
    this.policies = policies;
    this.scribe = scribe;
    this.alarms = alarms;
    this.clock = clock;
    this.workers = workers;
    this.desk = desk;
    this.outputs = outputs;
    this.flights = new Flights<>(workers);
  }

  <I, O> Outcome run(Decided<I, O> decided, ReadTool<I, O> tool) {
    Call<I, O> call = decided.call();
    Optional<Outcome> exhausted = quotas.reserve(call, decided.asked().footprint());
    if (exhausted.isPresent()) {
      return exhausted.get();
    }
    boolean answered = false;
    try {
      // last, so that nothing the person approved is used up by a call that was not made
      Optional<Outcome> spent = admission.useApproval(decided);
      Outcome outcome = spent.isPresent() ? spent.get() : answer(decided, tool);
      answered = outcome instanceof Outcome.Answered || outcome instanceof Outcome.Withheld;
      return outcome;
    } finally {
      if (answered) {
        quotas.used(call);
      } else {
        quotas.unused(call);
      }
    }
  }

  private <I, O> Outcome answer(Decided<I, O> decided, ReadTool<I, O> tool) {
    Call<I, O> call = decided.call();
    boolean mayRemember =
        call.offer().spec().cached()
            && call.command().replies().isEmpty()
            && !(call.command().fresh() && call.entitled().plan().mayBypassCache());
    String key = key(call);
    Optional<Read.Answered> known = mayRemember ? remembered(key) : Optional.empty();
    if (known.isPresent()) {
      return guarded(decided, known.get(), true);
    }
    var passenger = new Passenger(call.command().deadline(), call.command().listener());
    Flight<Read> flight =
        flights.join(
            new Shared(key, mayRemember, call.caller().token()),
            passenger,
            aboard -> () -> flown(call, tool, aboard, mayRemember, key));
    try {
      return switch (workers.await(flight.result(), call.command().deadline())) {
        case Waiting.Ended(Read.Answered answered) -> guarded(decided, answered, false);
        case Waiting.Ended(Read.Ended(var outcome)) -> outcome;
        case Waiting.TimeOver() -> new Outcome.Abandoned(true);
        case Waiting.Left() -> new Outcome.Abandoned(false);
      };
    } finally {
      passenger.leaves();
    }
  }

  /// Looks once more into memory: a flight may have landed just before this one began.
  private <I, O> Read flown(
      Call<I, O> call, ReadTool<I, O> tool, Aboard aboard, boolean mayRemember, String key) {
    Optional<Read.Answered> known = mayRemember ? remembered(key) : Optional.empty();
    return known.isPresent() ? known.get() : read(call, tool, aboard, key);
  }

  private Optional<Read.Answered> remembered(String key) {
    return cache
        .find(key, clock.instant())
        .map(kept -> new Read.Answered(kept.json(), kept.content(), kept.provenance()));
  }

  private <I, O> Read read(Call<I, O> call, ReadTool<I, O> tool, Aboard aboard, String key) {
    var access = new GateAccess(call.heardBy(aboard), aboard::deadline, aboard::gone, clock, desk);
    try {
      return landed(call, key, tool.act(call.input(), access));
    } catch (BackendTrouble trouble) {
      return new Read.Ended(new Outcome.Failed(String.valueOf(trouble.getMessage()), true));
    }
  }

  private <I, O> Read landed(
      Call<I, O> call, String key, dev.sallyport.application.backend.Outcome<O> outcome) {
    return switch (outcome) {
      case Done<O>(O output, List<Content> content, Provenance provenance) -> {
        String json = outputs.write(call, output);
        if (Outputs.isTooLong(json, content)) {
          yield new Read.Ended(new Outcome.Failed(Outputs.TOO_LONG, false));
        }
        // what was answered to a reply is no answer to whoever gave none
        if (call.offer().spec().cached() && call.command().replies().isEmpty()) {
          Instant until = clock.instant().plus(call.entitled().plan().cacheLifetime());
          cache.keep(key, new Kept(json, content, provenance, until));
        }
        yield new Read.Answered(json, content, provenance);
      }
      case NeedsInput<O>(var questions, String state) ->
          new Read.Ended(new Outcome.InputNeeded(questions, state));
      case Failed<O>(String message, Retry retry) ->
          new Read.Ended(new Outcome.Failed(message, retry == Retry.SAFE));
      case NotThere<O>(String message) -> new Read.Ended(new Outcome.NotThere(message));
      // of a read nothing is lost
      case Unknown<O>(String message) -> new Read.Ended(new Outcome.Failed(message, true));
      case CredentialStale<O>() -> {
        credentials.refused(call.scope(), call.entitled().grant(), call.offer().backend());
        yield new Read.Ended(Screening.credentialStale(call));
      }
    };
  }

  /// What may be answered of what was read: all of it, or nothing.
  private Outcome guarded(Decided<?, ?> decided, Read.Answered answered, boolean remembered) {
    Provenance provenance = answered.provenance();
    Call<?, ?> call = decided.call();
    Entitled entitled = call.entitled();
    if (!entitlements.stillHolds(entitled)) {
      // something was taken back while the backend was asked
      Optional<Entitled> now = entitlements.of(call.caller());
      if (now.isEmpty()) {
        return new Outcome.Withheld(Optional.empty());
      }
      entitled = now.get();
      Policy policy = policies.current();
      Optional<Decision.Deny> denial = policy.screen(call.under(entitled).request());
      if (denial.isPresent()) {
        note(scribe.denied(call.under(entitled), denial.get(), policy.version()));
        return Screening.refused(denial.get());
      }
    }
    if (!Guard.passes(entitled.grant(), provenance)) {
      // what was within reach when it was asked for is no fault of the backend
      if (!Guard.passes(call.entitled().grant(), provenance)) {
        alarms.raise(
            new Alarm.OutsideReach(call.id(), call.offer().backend().id(), call.offer().name()));
      }
      note(scribe.alarm(call));
      return new Outcome.Withheld(Optional.empty());
    }
    outside.note(
        call.scope(), entitled.grant(), provenance, clock.instant(), entitled.taint().lasting());
    if (entries.plainReads() == PlainReads.ENTERED || decided.approval().isPresent()) {
      note(
          scribe.decided(
              Kind.READ,
              call,
              decided.asked(),
              decided.allow(),
              decided.policy(),
              decided.ofApproval()));
    }
    return new Outcome.Answered(
        answered.json(),
        answered.content(),
        provenance,
        decided.allow().notes(),
        Optional.empty(),
        remembered);
  }

  // what cannot be written down is not answered
  private void note(Filing filing) {
    if (entries.take(filing) instanceof Taking.Overloaded) {
      throw new Unavailable("the ledger", new IllegalStateException("too many entries wait"));
    }
  }

  /// Names everything an answer depends on, so that what was allowed to one is never shown to
  /// another, nor after anything changed.
  private String key(Call<?, ?> call) {
    return Hash.of(
        call.scope().organization().value(),
        call.caller().grant().value(),
        call.account().account(),
        Long.toString(call.entitled().grant().generation()),
        Long.toString(changes.stamp(call.scope().organization(), Subject.CONTENT)),
        call.entitled().plan().id().value(),
        call.offer().name().value(),
        call.offer().form().version(),
        call.command().locale().toLanguageTag(),
        call.command().zone().getId(),
        call.command().replies().map(Reads::text).orElse(""),
        askable(call.command().listener()),
        call.arguments().canonical());
  }

  // a tool may answer otherwise to whom it can ask something
  private static String askable(Listener listener) {
    int kinds = 0;
    for (Question.Kind kind : KINDS) {
      kinds = 2 * kinds + (listener.canBeAsked(kind) ? 1 : 0);
    }
    return kinds == 0 ? "" : Integer.toString(kinds);
  }

  private static String text(Replies replies) {
    return replies.state() + new TreeMap<>(replies.byQuestion());
  }

  /// What those aboard one flight have in common: the gateway's own tools ask others with their
  /// token.
  private record Shared(String key, boolean mayRemember, Scopes token) {}

  /// How a flight ended, for everybody aboard.
  sealed interface Read {
    record Answered(String json, List<Content> content, Provenance provenance) implements Read {
      public Answered {
        content = List.copyOf(content);
      }

      @Override
      public String toString() {
        return "Answered[…]";
      }
    }

    record Ended(Outcome outcome) implements Read {}
  }
}
