package dev.sallyport.domain.replay;

import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.StatedFacts;
import dev.sallyport.domain.policy.ToolCall.Approval;
import java.util.Set;

/// What is told of stated calls, all of whose spaces somebody ticked.
final class Drafts {
  private Drafts() {}

  static Facts.Draft of(StatedFacts call, Approval approval, Decision decision, String policy) {
    return RecordedCalls.draft(call, call.spaces().orElse(Set.of()), approval, decision, policy);
  }
}
