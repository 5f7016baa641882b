package dev.sallyport.application.gate;

import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.backend.BackendTrouble;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.backend.WriteTool;
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
import dev.sallyport.domain.vault.Pseudonym;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The one way to a backend. Every door leads here, and nothing leads past it.
///
/// find, limit, check, decide, then claim, act, guard and settle: reads in [Reads], writes in
/// [Writes].
public final class Gate implements CallTool, ListTools {
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
    this.policies = means.policies();
    this.ledger = means.ledger();
    this.alarms = means.alarms();
    this.randomness = means.randomness();
    this.clock = means.clock();
  }

  @Override
  public Answer call(Command command) {
    CallId id = newId();
    try {
      return found(id, command);
    } catch (Unavailable _) {
      return new Answer(id, new Outcome.Unavailable(), List.of());
    } catch (RuntimeException fault) {
      alarms.raise(new Alarm.Bug(id, command.tool(), fault));
      return new Answer(id, new Outcome.Unavailable(), List.of());
    }
  }

  @Override
  public List<Listed> list(Caller caller) {
    Optional<Entitled> entitled = entitlements.of(caller);
    return entitled.isEmpty()
        ? List.of()
        : catalogue.all().stream()
            .filter(offer -> isListed(caller, offer, entitled.get()))
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

  private Answer found(CallId id, Command command) {
    Instant at = clock.instant();
    Optional<Entitled> entitled = entitlements.of(command.caller());
    Optional<Offer<?, ?>> offer = catalogue.find(command.tool());
    if (entitled.isEmpty()) {
      // nobody is known here, so nothing is told or counted
      return new Answer(id, new Outcome.UnknownTool(), List.of());
    }
    return switch (limits.admit(command.caller(), entitled.get().plan(), offer)) {
      case Limits.Refused(var limited) -> new Answer(id, limited, List.of());
      case Limits.Passed(Admitted admitted) -> {
        try {
          Outcome outcome =
              offer.isPresent()
                  ? checked(id, command, offer.get(), entitled.get(), at)
                  : unknown(id, command, at);
          yield new Answer(id, outcome, Limits.standings(admitted));
        } finally {
          limits.release(admitted);
        }
      }
    };
  }

  private <I, O> Outcome checked(
      CallId id, Command command, Offer<I, O> offer, Entitled entitled, Instant at) {
    return switch (offer.form().read(command.arguments())) {
      case Reading.Unfit<I>(List<String> faults) -> {
        if (isHidden(command.caller(), offer, entitled)) {
          yield unknown(id, command, at);
        }
        note(command, scribe.turnedAway(id, command.caller(), command.tool(), "arguments-fit", at));
        yield new Outcome.InvalidArguments(faults);
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
    return new Call<>(id, command, offer, fits, entitled, request, account.secret(), at);
  }

  private CallId newId() {
    return CallId.of(randomness.bytes(ID_BYTES));
  }

  private <I, O> Outcome screened(Call<I, O> call) {
    Policy policy = policies.current();
    Optional<Decision.Deny> denial = policy.screen(call.request());
    if (denial.isPresent()) {
      note(call.command(), scribe.denied(call, denial.get(), policy.version()));
      return hides(denial.get()) ? new Outcome.UnknownTool() : refused(denial.get());
    }
    try {
      var access =
          new GateAccess(call, call.command().deadline(), call.command().listener()::gone, clock);
      return decided(call, call.offer().tool().footprint(call.input(), access), policy);
    } catch (BackendTrouble trouble) {
      return new Outcome.Failed(String.valueOf(trouble.getMessage()), true);
    }
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
    return policy.decide(asked) instanceof Decision.Deny deny
        ? deny(call, asked, deny, policy)
        : writes.held(call, tool, holder);
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

  private boolean isListed(Caller caller, Offer<?, ?> offer, Entitled entitled) {
    return policies
        .current()
        .screen(request(caller, offer, entitled, Request.Link.LIVE, clock.instant()))
        .isEmpty();
  }

  private boolean isHidden(Caller caller, Offer<?, ?> offer, Entitled entitled) {
    return policies
        .current()
        .screen(request(caller, offer, entitled, Request.Link.LIVE, clock.instant()))
        .filter(Gate::hides)
        .isPresent();
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
