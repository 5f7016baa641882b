package dev.sallyport.application.gate;

import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Spending;
import dev.sallyport.application.port.out.Spending.Spent;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.FootprintRule;
import dev.sallyport.domain.policy.Judgement;
import dev.sallyport.domain.policy.Reason;
import dev.sallyport.domain.policy.Reasons;
import dev.sallyport.domain.policy.ToolCall;
import dev.sallyport.domain.policy.Verdict;
import dev.sallyport.domain.tool.Effect;
import java.util.List;
import java.util.Optional;

/// Takes all that a write needs, within the unit that claims it: the approval, the quota, the
/// budget, and its entry in the ledger.
final class Admission {
  private final Approvals approvals;
  private final Quotas quotas;
  private final Spending spending;
  private final Ledger ledger;
  private final Scribe scribe;

  Admission(Approvals approvals, Quotas quotas, Spending spending, Ledger ledger, Scribe scribe) {
    this.approvals = approvals;
    this.quotas = quotas;
    this.spending = spending;
    this.ledger = ledger;
    this.scribe = scribe;
  }

  /// Empty if all was there; else how the call ends, and the unit is undone. What a rule refused is
  /// entered after that, by [#enter].
  Optional<Outcome> take(Decided<?, ?> decided, Claim claim) {
    Call<?, ?> call = decided.call();
    return use(decided)
        .or(() -> quotas.reserve(call, decided.asked().footprint(), claim.id()))
        .or(() -> spend(decided, claim))
        .or(() -> note(decided, claim));
  }

  /// Uses up what the person approved, if the policy asked for it; else how the call ends, entered.
  Optional<Outcome> useApproval(Decided<?, ?> decided) {
    Optional<Outcome> refused = use(decided);
    refused.ifPresent(outcome -> enter(decided, outcome));
    return refused;
  }

  private Optional<Outcome> use(Decided<?, ?> decided) {
    Call<?, ?> call = decided.call();
    Optional<Approval> approval = decided.approval();
    if (approval.isEmpty()
        || approvals.use(call.scope(), approval.get().id(), call.at()) == Approvals.Use.USED) {
      return Optional.empty();
    }
    // no policy would have decided otherwise, so none is said to have judged
    return Optional.of(
        new Outcome.Refused(approval.get().rule(), Reasons.approvalSpent(), List.of()));
  }

  /// Enters what a rule refused although the policy had allowed it, because others were faster.
  void enter(Decided<?, ?> decided, Outcome outcome) {
    if (outcome
        instanceof Outcome.Refused(String rule, Reason reason, List<Judgement> notes, var _)) {
      var denial = new Decision.Deny(rule, reason, notes);
      enter(Kind.DENIED, decided, decided.asked(), denial, Facts.none());
    }
  }

  /// Enters that somebody else claimed the same since the policy was asked.
  void enterRepeated(Decided<?, ?> decided, Claim claim) {
    Facts facts = Facts.none().with(Fact.CLAIM, claim.id().value());
    ToolCall asked = decided.asked().with(ToolCall.Approval.NONE);
    enter(Kind.REPEATED, decided, asked, decided.allow(), facts);
  }

  private Optional<Outcome> spend(Decided<?, ?> decided, Claim claim) {
    if (decided.asked().footprint().effect() != Effect.SEND) {
      return Optional.empty();
    }
    Call<?, ?> call = decided.call();
    Budget budget = call.entitled().grant().budget();
    Spent spent =
        spending.spend(
            call.scope(),
            call.caller().grant(),
            Histories.day(call.at()),
            claim.id(),
            decided.asked().footprint().sends(),
            decided.audience(),
            budget);
    return switch (spent) {
      case COUNTED -> Optional.empty();
      case SENDS_EXCEEDED -> exceeded(Reasons.sendsSpent(budget.sends()));
      case RECIPIENTS_EXCEEDED -> exceeded(Reasons.recipientsSpent(budget.recipients()));
      case NEWCOMERS_EXCEEDED -> exceeded(Reasons.newcomersSpent(budget.newcomers()));
    };
  }

  private Optional<Outcome> note(Decided<?, ?> decided, Claim claim) {
    Facts facts = decided.ofApproval().with(Fact.CLAIM, claim.id().value());
    enter(Kind.CLAIMED, decided, decided.asked(), decided.allow(), facts);
    return Optional.empty();
  }

  private void enter(
      Kind kind, Decided<?, ?> decided, ToolCall asked, Decision decision, Facts facts) {
    ledger.append(
        decided.call().scope(),
        scribe.decided(kind, decided.call(), asked, decision, decided.policy(), facts));
  }

  // others spent the rest since the policy was asked
  private static Optional<Outcome> exceeded(Reason reason) {
    String rule = FootprintRule.BUDGET_HOLDS.title();
    var judged = new Judgement(rule, new Verdict.Refuses(reason));
    return Optional.of(new Outcome.Refused(rule, reason, List.of(judged)));
  }
}
