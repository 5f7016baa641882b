package dev.sallyport.domain.policy;

import dev.sallyport.domain.policy.PolicyFile.Outcome;
import dev.sallyport.domain.policy.ToolCall.Approval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
    var notes = new ArrayList<>(standing);
    Optional<String> unclear = Optional.empty();
    for (OperatorRule rule : policy.rules()) {
      Verdict verdict = rule.verdict(facts);
      if (hangsOnUnknown(rule)) {
        unclear = unclear.or(() -> Optional.of(rule.title()));
      } else if (!(verdict instanceof Verdict.Passes)) {
        notes.add(new Judgement(rule.title(), verdict));
      }
    }
    Decision decision = Policy.conclude(notes, approval);
    // one refusal is enough, whatever the unclear rule would say
    return decision instanceof Decision.Deny || unclear.isEmpty()
        ? new Replay.Decided(decision)
        : new Replay.Undecidable(unclear.get());
  }

  /// Figures are written down all of them, so that one that is missing refuses as it would have;
  /// spaces may have been too many.
  private boolean hangsOnUnknown(OperatorRule rule) {
    return facts.spaces().isEmpty() && rule.asksForSpaces() && rule.applies(facts) == Fit.UNKNOWN;
  }

  /// What another policy makes of a recorded call.
  public sealed interface Replay {
    /// It would have been decided so.
    record Decided(Decision decision) implements Replay {
      public Decided {
        Objects.requireNonNull(decision);
      }
    }

    /// This rule asks which spaces were touched, and they were not recorded.
    record Undecidable(String rule) implements Replay {
      public Undecidable {
        Objects.requireNonNull(rule);
      }
    }
  }
}
