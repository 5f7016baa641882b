package dev.sallyport.application.gate;

import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.backend.BackendTrouble;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.backend.WriteTool;
import dev.sallyport.application.gate.Workers.Waiting;
import dev.sallyport.application.port.in.CallTool;
import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Arguments.Reading;
import dev.sallyport.application.port.out.Claims.Stored;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Limiter.Admission.Admitted;
import dev.sallyport.application.port.out.Policies;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.policy.CallerRule;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.History;
import dev.sallyport.domain.policy.Policy;
import dev.sallyport.domain.policy.Reasons;
import dev.sallyport.domain.policy.Request;
import dev.sallyport.domain.policy.ToolCall;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.tool.ToolSpec.Weight;
import dev.sallyport.domain.vault.Pseudonym;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/// The one way to a backend. Every door leads here, and nothing leads past it.
///
/// find, limit, check, decide, then claim, act, guard and settle: reads in [Reads], writes in
/// [Writes].
public final class Gate implements CallTool, ListTools {
  /// How much longer than its deadline a call is waited for: what ends by itself at the deadline
  /// can say more than that time is over.
  static final Duration GRACE = Duration.ofMillis(500);

  // of a call that could not even be named
  private static final CallId UNNAMED = new CallId("0".repeat(32));
  private static final int ID_BYTES = 16;

  private final Catalogue catalogue;
  private final Entitlements entitlements;
  private final Limits limits;
  private final Credentials credentials;
  private final Policies policies;
  private final Histories histories;
  private final Approving approving;
  private final Admission admission;
  private final Reads reads;
  private final Writes writes;
  private final Ledger ledger;
  private final Scribe scribe;
  private final Alarms alarms;
  private final Randomness randomness;
  private final InstantSource clock;
  private final Workers workers;

  Gate(
      Catalogue catalogue,
      Entitlements entitlements,
      Limits limits,
      Credentials credentials,
      Histories histories,
      Approving approving,
      Admission admission,
      Reads reads,
      Writes writes,
      Scribe scribe,
      Workers workers,
      Means means) {
    this.catalogue = catalogue;
    this.entitlements = entitlements;
    this.limits = limits;
    this.credentials = credentials;
    this.histories = histories;
    this.approving = approving;
    this.admission = admission;
    this.reads = reads;
    this.writes = writes;
    this.scribe = scribe;
    this.workers = workers;
    this.policies = means.policies();
    this.ledger = means.ledger();
    this.alarms = means.alarms();
    this.randomness = means.randomness();
    this.clock = means.clock();
  }

  @Override
  public Answer call(Command command) {
    CallId id = UNNAMED;
    try {
      id = newId();
      return awaited(id, command);
    } catch (Unavailable _) {
      return bare(id, new Outcome.Unavailable());
    } catch (RuntimeException fault) {
      alarms.raise(new Alarm.Bug(id, command.tool(), fault));
      return bare(id, new Outcome.Unavailable());
    }
  }

  @Override
  public List<Listed> list(Caller caller) {
    Optional<Entitled> entitled = entitlements.of(caller);
    return entitled.isEmpty()
        ? List.of()
        : catalogue.all().stream()
            .filter(offer -> early(caller, offer, entitled.get()).isEmpty())
            .map(offer ->
                new Listed(offer.spec(), offer.form().inputSchema(), offer.form().outputSchema()))
            .toList();
  }

  /// A call that is made for a claim's sake, if its caller may still make such calls.
  <I, O> Optional<Call<I, O>> again(Command command, Offer<I, O> offer, Reading.Fits<I> fits) {
    Instant at = clock.instant();
    Caller caller = command.caller();
    return entitlements
        .of(caller)
        .map(entitled -> call(newId(), command, offer, fits, entitled, at))
        .filter(call -> policies.current().screen(call.request()).isEmpty());
  }

  /// Whoever waits may stop waiting, whatever it is that takes so long.
  private Answer awaited(CallId id, Command command) {
    var watched = new Watched(command.listener());
    Future<Answer> work = workers.start(() -> found(id, watched.hears(command)));
    return switch (workers.await(work, command.deadline().plus(GRACE))) {
      case Waiting.Ended(Answer answer) -> answer;
      case Waiting.TimeOver() -> {
        watched.leaves();
        yield bare(id, new Outcome.Abandoned(true));
      }
      case Waiting.Left() -> {
        watched.leaves();
        yield bare(id, new Outcome.Abandoned(false));
      }
    };
  }

  private Answer found(CallId id, Command command) {
    Instant at = clock.instant();
    Optional<Outcome> left = Call.leftBehind(command, at);
    if (left.isPresent()) {
      return bare(id, left.get());
    }
    Optional<Entitled> entitled = entitlements.of(command.caller());
    // nobody is known here, so nothing is told or counted
    return entitled.isEmpty()
        ? bare(id, new Outcome.UnknownTool())
        : admitted(id, command, entitled.get(), at);
  }

  private Answer admitted(CallId id, Command command, Entitled entitled, Instant at) {
    Optional<Offer<?, ?>> offer = catalogue.find(command.tool());
    // a hidden tool must not weigh more than one that is not there
    Optional<Offer<?, ?>> seen =
        offer.filter(it -> early(command.caller(), it, entitled).filter(Gate::hides).isEmpty());
    Weight weight = seen.map(it -> it.spec().weight()).orElse(Weight.CORE);
    return switch (limits.admit(command.caller(), entitled.plan(), weight)) {
      case Limits.Refused(var limited) -> bare(id, limited);
      case Limits.Passed(Admitted admitted) -> {
        try {
          Outcome outcome =
              offer.isPresent()
                  ? checked(id, command, offer.get(), entitled, at)
                  : unknown(id, command, at);
          yield new Answer(id, outcome, Limits.standings(admitted));
        } finally {
          release(id, command, admitted);
        }
      }
    };
  }

  // how a call ended stays so, whatever becomes of its place
  private void release(CallId id, Command command, Admitted admitted) {
    try {
      limits.release(admitted);
    } catch (Unavailable _) {
      // the place is forgotten when its time is over
    } catch (RuntimeException fault) {
      alarms.raise(new Alarm.Bug(id, command.tool(), fault));
    }
  }

  private <I, O> Outcome checked(
      CallId id, Command command, Offer<I, O> offer, Entitled entitled, Instant at) {
    return switch (offer.form().read(command.arguments())) {
      case Reading.Unfit<I>(List<String> faults) -> {
        // whoever may not call it does not learn what it takes
        Optional<Decision.Deny> denial = early(command.caller(), offer, entitled);
        String rule = denial.map(Decision.Deny::rule).orElse("arguments-fit");
        note(command, scribe.turnedAway(id, command.caller(), command.tool(), rule, at));
        yield denial.map(Gate::told).orElseGet(() -> new Outcome.InvalidArguments(faults));
      }
      case Reading.Fits<I> fits -> {
        yield screened(call(id, command, offer, fits, entitled, at));
      }
    };
  }

  private <I, O> Call<I, O> call(
      CallId id,
      Command command,
      Offer<I, O> offer,
      Reading.Fits<I> fits,
      Entitled entitled,
      Instant at) {
    Credentials.Opened account =
        credentials.of(command.caller().scope(), entitled.grant(), offer.backend());
    Request request = request(command.caller(), offer, entitled, account.link(), at);
    return new Call<>(id, command, offer, fits, entitled, request, account, at);
  }

  private CallId newId() {
    return CallId.of(randomness.bytes(ID_BYTES));
  }

  private <I, O> Outcome screened(Call<I, O> call) {
    Policy policy = policies.current();
    Optional<Decision.Deny> denial = policy.screen(call.request());
    if (denial.isPresent()) {
      note(call.command(), scribe.denied(call, denial.get(), policy.version()));
      return told(denial.get());
    }
    Footprint footprint;
    try {
      footprint = call.offer().tool().footprint(call.input(), access(call));
    } catch (BackendTrouble trouble) {
      return new Outcome.Failed(String.valueOf(trouble.getMessage()), true);
    }
    Optional<Call<I, O>> now = upToDate(call);
    return now.isPresent()
        ? decided(now.get(), footprint, policies.current())
        : unknown(call.id(), call.command(), call.at());
  }

  private GateAccess access(Call<?, ?> call) {
    return new GateAccess(call, call.command()::deadline, call.command().listener()::gone, clock);
  }

  /// The same call, if something was taken back while the backend looked.
  private <I, O> Optional<Call<I, O>> upToDate(Call<I, O> call) {
    return entitlements.stillHolds(call.entitled())
        ? Optional.of(call)
        : entitlements.of(call.caller()).map(call::under);
  }

  private <I, O> Outcome decided(Call<I, O> call, Footprint footprint, Policy policy) {
    if (call.offer().tool() instanceof WriteTool<I, O> write) {
      Optional<Stored> holder = writes.holder(call);
      if (holder.isPresent()) {
        return heldBefore(call, footprint, policy, write, holder.get());
      }
    }
    Set<Pseudonym> audience = histories.audience(call, footprint);
    History history = histories.before(call, footprint, audience);
    var asked = new ToolCall(call.request(), footprint, history, ToolCall.Approval.NONE);
    return switch (policy.decide(asked)) {
      case Decision.Allow allow ->
          act(new Decided<>(call, asked, allow, policy.version(), Optional.empty(), audience));
      case Decision.Deny deny -> deny(call, asked, deny, policy);
      case Decision.Ask ask -> approved(call, asked, ask, audience, policy);
    };
  }

  /// What was done already is told again to whoever may still do such things. Nothing new leaves,
  /// so neither budget nor taint nor approval stands against it.
  private <I, O> Outcome heldBefore(
      Call<I, O> call, Footprint footprint, Policy policy, WriteTool<I, O> tool, Stored holder) {
    var asked = new ToolCall(call.request(), footprint, History.NONE, ToolCall.Approval.GIVEN);
    return switch (policy.decide(asked)) {
      case Decision.Deny deny -> deny(call, asked, deny, policy);
      case Decision.Ask ask -> approving.ask(call, asked, ask, policy.version());
      case Decision.Allow allow -> {
        Outcome outcome = writes.held(call, tool, holder);
        Facts claim = Facts.none().with(Fact.CLAIM, holder.claim().id().value());
        note(
            call.command(),
            scribe.decided(Kind.REPEATED, call, asked, allow, policy.version(), claim));
        yield outcome;
      }
    };
  }

  private <I, O> Outcome approved(
      Call<I, O> call, ToolCall asked, Decision.Ask ask, Set<Pseudonym> audience, Policy policy) {
    Optional<Approval> approval = approving.given(call, asked.footprint());
    if (approval.isEmpty()) {
      return approving.ask(call, asked, ask, policy.version());
    }
    var again =
        new ToolCall(asked.request(), asked.footprint(), asked.history(), ToolCall.Approval.GIVEN);
    return switch (policy.decide(again)) {
      case Decision.Allow allow ->
          act(new Decided<>(call, again, allow, policy.version(), approval, audience));
      case Decision.Deny deny -> deny(call, again, deny, policy);
      case Decision.Ask still -> approving.ask(call, again, still, policy.version());
    };
  }

  private <I, O> Outcome act(Decided<I, O> decided) {
    return switch (decided.call().offer().tool()) {
      case ReadTool<I, O> read ->
          admission.useApproval(decided).orElseGet(() -> reads.run(decided, read));
      case WriteTool<I, O> write -> writes.run(decided, write);
    };
  }

  private Outcome deny(Call<?, ?> call, ToolCall asked, Decision.Deny deny, Policy policy) {
    note(call.command(), scribe.decided(Kind.DENIED, call, asked, deny, policy.version()));
    return refused(deny);
  }

  private Outcome unknown(CallId id, Command command, Instant at) {
    note(command, scribe.turnedAway(id, command.caller(), command.tool(), "tool-is-known", at));
    return new Outcome.UnknownTool();
  }

  private void note(Command command, Filing filing) {
    ledger.append(command.caller().scope(), filing);
  }

  /// What stands against every call of the tool, apart from its account.
  private Optional<Decision.Deny> early(Caller caller, Offer<?, ?> offer, Entitled entitled) {
    return policies
        .current()
        .screen(request(caller, offer, entitled, Request.Link.LIVE, clock.instant()));
  }

  private static Answer bare(CallId id, Outcome outcome) {
    return new Answer(id, outcome, List.of());
  }

  private static Outcome told(Decision.Deny denial) {
    return hides(denial) ? new Outcome.UnknownTool() : refused(denial);
  }

  /// What a grant was given nothing of, it does not learn of. What its scope or plan lacks it is
  /// told, because hosts need to hear that to ask for more.
  private static boolean hides(Decision.Deny denial) {
    return denial.rule().equals(CallerRule.BACKEND_IS_REACHED.title())
        || denial.rule().equals(CallerRule.ROLE_ALLOWS_EFFECT.title());
  }

  private static Request request(
      Caller caller, Offer<?, ?> offer, Entitled entitled, Request.Link link, Instant at) {
    return new Request(
        entitled.grant(),
        caller.token(),
        entitled.belonging(),
        entitled.plan(),
        offer.backend().id(),
        offer.backend().kind(),
        offer.spec(),
        link,
        at);
  }

  static Outcome refused(Decision.Deny denial) {
    return new Outcome.Refused(denial.rule(), denial.reason(), denial.notes());
  }

  static Outcome credentialStale(Call<?, ?> call) {
    return new Outcome.Refused(
        CallerRule.ACCOUNT_IS_LINKED.title(),
        Reasons.accountStale(call.offer().backend().id()),
        List.of());
  }
}
