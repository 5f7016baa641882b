package dev.sallyport.application.gate;

import dev.sallyport.application.backend.BackendTrouble;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.backend.WriteTool;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Claims.Stored;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Policies;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.History;
import dev.sallyport.domain.policy.Policy;
import dev.sallyport.domain.policy.ToolCall;
import dev.sallyport.domain.tool.Footprint;
import dev.sallyport.domain.vault.Pseudonym;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// Puts a call before the policy, and lets it act if the policy does.
final class Deciding {
  private final Policies policies;
  private final Entitlements entitlements;
  private final Histories histories;
  private final Approving approving;
  private final Reads reads;
  private final Writes writes;
  private final Ledger ledger;
  private final Scribe scribe;
  private final InstantSource clock;

  Deciding(
      Policies policies,
      Entitlements entitlements,
      Histories histories,
      Approving approving,
      Reads reads,
      Writes writes,
      Ledger ledger,
      Scribe scribe,
      InstantSource clock) {
    this.policies = policies;
    this.entitlements = entitlements;
    this.histories = histories;
    this.approving = approving;
    this.reads = reads;
    this.writes = writes;
    this.ledger = ledger;
    this.scribe = scribe;
    this.clock = clock;
  }

  <I, O> Outcome run(Call<I, O> call) {
    Policy policy = policies.current();
    Optional<Decision.Deny> denial = policy.screen(call.request());
    if (denial.isPresent()) {
      note(call, scribe.denied(call, denial.get(), policy.version()));
      return Screening.told(denial.get());
    }
    Footprint footprint;
    try {
      footprint = call.offer().tool().footprint(call.input(), access(call));
    } catch (BackendTrouble trouble) {
      return new Outcome.Failed(String.valueOf(trouble.getMessage()), true);
    }
    Optional<Call<I, O>> now = upToDate(call);
    return now.isPresent() ? decided(now.get(), footprint, policies.current()) : gone(call);
  }

  /// The same call as it stands now, if what it did before may be told to its caller.
  <I, O> Optional<Call<I, O>> again(Call<I, O> call) {
    if (policies.current().screen(call.request()).isPresent()) {
      return Optional.empty();
    }
    Footprint footprint = call.offer().tool().footprint(call.input(), access(call));
    return upToDate(call)
        .filter(
            now -> again(repeated(now, footprint), policies.current()) instanceof Decision.Allow);
  }

  private Outcome gone(Call<?, ?> call) {
    note(call, scribe.turnedAway(call.id(), call.command(), Screening.UNKNOWN, call.at()));
    return new Outcome.UnknownTool();
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

  /// What was done already is told again to whoever may still do such things.
  private <I, O> Outcome heldBefore(
      Call<I, O> call, Footprint footprint, Policy policy, WriteTool<I, O> tool, Stored holder) {
    ToolCall asked = repeated(call, footprint);
    // nobody gave an approval, so none is written down
    return switch (again(asked, policy)) {
      case Decision.Deny deny -> deny(call, asked, deny, policy);
      case Decision.Ask ask -> approving.ask(call, asked, ask, policy.version());
      case Decision.Allow allow -> {
        Outcome outcome = writes.held(call, tool, holder);
        Facts claim = Facts.none().with(Fact.CLAIM, holder.claim().id().value());
        note(call, scribe.decided(Kind.REPEATED, call, asked, allow, policy.version(), claim));
        yield outcome;
      }
    };
  }

  private static Decision again(ToolCall repeated, Policy policy) {
    return policy.decide(repeated.with(ToolCall.Approval.GIVEN));
  }

  /// Nothing new leaves, so neither budget nor taint nor approval stands against it.
  private static ToolCall repeated(Call<?, ?> call, Footprint footprint) {
    return new ToolCall(call.request(), footprint, History.NONE, ToolCall.Approval.NONE);
  }

  private <I, O> Outcome approved(
      Call<I, O> call, ToolCall asked, Decision.Ask ask, Set<Pseudonym> audience, Policy policy) {
    Optional<Approval> approval = approving.given(call, asked.footprint());
    if (approval.isEmpty()) {
      return approving.ask(call, asked, ask, policy.version());
    }
    ToolCall again = asked.with(ToolCall.Approval.GIVEN);
    return switch (policy.decide(again)) {
      case Decision.Allow allow ->
          act(new Decided<>(call, again, allow, policy.version(), approval, audience));
      case Decision.Deny deny -> deny(call, again, deny, policy);
      case Decision.Ask still -> approving.ask(call, again, still, policy.version());
    };
  }

  private <I, O> Outcome act(Decided<I, O> decided) {
    return switch (decided.call().offer().tool()) {
      case ReadTool<I, O> read -> reads.run(decided, read);
      case WriteTool<I, O> write -> writes.run(decided, write);
    };
  }

  private Outcome deny(Call<?, ?> call, ToolCall asked, Decision.Deny deny, Policy policy) {
    note(call, scribe.decided(Kind.DENIED, call, asked, deny, policy.version()));
    return Screening.refused(deny);
  }

  private void note(Call<?, ?> call, Filing filing) {
    ledger.append(call.scope(), filing);
  }
}
