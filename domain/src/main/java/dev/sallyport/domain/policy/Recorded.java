package dev.sallyport.domain.policy;

import dev.sallyport.domain.policy.PolicyFile.Outcome;
import dev.sallyport.domain.policy.ToolCall.Approval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A decision as the ledger keeps it: enough to decide again under other rules of an operator.
///
/// @param standing what the standing rules said, where they did not simply pass; what they asked is
///   not kept whole, so their word is taken
public record Recorded(
    StatedFacts facts, List<Judgement> standing, Approval approval, Outcome was) {
  public Recorded {
    Objects.requireNonNull(facts);
    standing = List.copyOf(standing);
    Objects.requireNonNull(approval);
    Objects.requireNonNull(was);
  }

  public Replay under(PolicyFile policy) {
    Decision before = Policy.conclude(standing, approval);
    if (before instanceof Decision.Deny) {
      return new Replay.Decided(before);
    }
    for (OperatorRule rule : policy.rules()) {
      if (rule.applies(facts) == Fit.UNKNOWN) {
        return new Replay.Undecidable(rule.title());
      }
    }
    var notes = new ArrayList<>(standing);
    notes.addAll(policy.notesOn(facts));
    return new Replay.Decided(Policy.conclude(notes, approval));
  }

  /// What another policy makes of a recorded call.
  public sealed interface Replay {
    /// It would have been decided so.
    record Decided(Decision decision) implements Replay {
      public Decided {
        Objects.requireNonNull(decision);
      }
    }

    /// This rule asks about something that was not recorded.
    record Undecidable(String rule) implements Replay {
      public Undecidable {
        Objects.requireNonNull(rule);
      }
    }
  }
}
