package dev.sallyport.application.gate;

import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.ToolCall;
import dev.sallyport.domain.vault.Pseudonym;
import java.util.Optional;
import java.util.Set;

/// A call that was allowed, and by what.
///
/// @param approval what the person approved, if the policy asked; it is used up by this call
/// @param audience whom it is sent to, for the budget
record Decided<I, O>(
    Call<I, O> call,
    ToolCall asked,
    Decision.Allow allow,
    String policy,
    Optional<Approval> approval,
    Set<Pseudonym> audience) {
  Decided {
    audience = Set.copyOf(audience);
  }

  /// What an entry tells of the approval that was used.
  Facts ofApproval() {
    return approval
        .map(it -> Facts.none().with(Fact.APPROVAL, it.id().value()))
        .orElse(Facts.none());
  }
}
