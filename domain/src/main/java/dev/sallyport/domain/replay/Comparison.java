package dev.sallyport.domain.replay;

import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.PolicyFile;
import dev.sallyport.domain.policy.PolicyFile.Outcome;
import dev.sallyport.domain.policy.Recorded.Replay;
import dev.sallyport.domain.replay.RecordedCalls.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What another policy would have made of decisions that were recorded.
///
/// @param same how many it would have decided alike
public record Comparison(int same, List<Flip> flips, List<Undecided> undecided) {
  public Comparison {
    flips = List.copyOf(flips);
    undecided = List.copyOf(undecided);
  }

  /// Entries that tell of no decision are passed over.
  public static Comparison of(List<Entry> entries, PolicyFile policy) {
    int same = 0;
    var flips = new ArrayList<Flip>();
    var undecided = new ArrayList<Undecided>();
    for (Entry entry : entries) {
      switch (again(entry, policy)) {
        case Again.Same _ -> same++;
        case Flip flip -> flips.add(flip);
        case Undecided unclear -> undecided.add(unclear);
        case Again.Nothing _ -> {}
      }
    }
    return new Comparison(same, flips, undecided);
  }

  /// How many decisions there were.
  public int decisions() {
    return same + flips.size() + undecided.size();
  }

  private static Again again(Entry entry, PolicyFile policy) {
    return switch (RecordedCalls.read(entry)) {
      case Reading.NoDecision _ -> new Again.Nothing();
      case Reading.Unreadable(String why) -> new Undecided(entry.id(), why);
      case Reading.Decided decided ->
          switch (decided.recorded().under(policy)) {
            case Replay.Undecidable(String rule) ->
                new Undecided(
                    entry.id(),
                    "`%s` asks which spaces it touched, and that was not kept".formatted(rule));
            case Replay.Decided(Decision now) -> compared(entry, decided, now);
          };
    };
  }

  private static Again compared(Entry entry, Reading.Decided before, Decision now) {
    Outcome was = before.recorded().was();
    return was == Outcome.of(now)
        ? new Again.Same()
        : new Flip(
            entry.id(),
            entry.facts().of(Fact.CALL).orElse(""),
            before.recorded().facts().tool(),
            was,
            Outcome.of(now),
            // what is let through is so because the rule that stopped it is gone
            now.decider().or(before::decider));
  }

  /// What became of one entry.
  public sealed interface Again {
    /// It would have come out alike.
    record Same() implements Again {}

    /// It tells of no decision.
    record Nothing() implements Again {}
  }

  /// A call that would have been decided otherwise.
  ///
  /// @param call its id, or nothing if the entry tells none
  /// @param by the rule that would have decided, or that no longer would
  public record Flip(
      EntryId entry, String call, ToolName tool, Outcome was, Outcome now, Optional<String> by)
      implements Again {
    public Flip {
      Objects.requireNonNull(entry);
      Objects.requireNonNull(call);
      Objects.requireNonNull(tool);
      Objects.requireNonNull(was);
      Objects.requireNonNull(now);
      Objects.requireNonNull(by);
    }
  }

  /// A call that cannot be decided again, and why.
  public record Undecided(EntryId entry, String why) implements Again {
    public Undecided {
      Objects.requireNonNull(entry);
      Objects.requireNonNull(why);
    }
  }
}
