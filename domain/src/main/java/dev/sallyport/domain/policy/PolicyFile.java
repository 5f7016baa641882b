package dev.sallyport.domain.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What an operator wrote: rules that tighten, and tests that say what the rules are meant to do.
///
/// @param version a hash of the text it was read from
public record PolicyFile(String version, List<OperatorRule> rules, List<Example> tests) {
  public PolicyFile {
    Objects.requireNonNull(version);
    rules = List.copyOf(rules);
    tests = List.copyOf(tests);
  }

  /// The standing rules and these. Only a file whose tests pass should get this far.
  public Policy policy() {
    return Policy.STANDING.and(rules, version);
  }

  /// The tests that come out otherwise than they say.
  public List<Miss> misses() {
    return tests.stream().flatMap(test -> miss(test).stream()).toList();
  }

  private Optional<Miss> miss(Example test) {
    Decision decided = onItsOwn(test.facts());
    boolean asExpected =
        test.expected() == Outcome.of(decided)
            && test.rule().map(rule -> deciding(decided).equals(Optional.of(rule))).orElse(true);
    return asExpected ? Optional.empty() : Optional.of(new Miss(test, decided));
  }

  /// What these rules make of a call that nothing else stands against.
  public Decision onItsOwn(Facts facts) {
    return Policy.conclude(notesOn(facts), ToolCall.Approval.NONE);
  }

  List<Judgement> notesOn(Facts facts) {
    var notes = new ArrayList<Judgement>();
    for (OperatorRule rule : rules) {
      if (!(rule.verdict(facts) instanceof Verdict.Passes)) {
        notes.add(new Judgement(rule.title(), rule.verdict(facts)));
      }
    }
    return notes;
  }

  private static Optional<String> deciding(Decision decision) {
    return switch (decision) {
      case Decision.Allow _ -> Optional.empty();
      case Decision.Ask ask -> Optional.of(ask.rule());
      case Decision.Deny deny -> Optional.of(deny.rule());
    };
  }

  /// A call that might be made, and what should become of it.
  ///
  /// @param rule the rule that should decide, where that matters
  public record Example(String name, StatedFacts facts, Outcome expected, Optional<String> rule) {
    public Example {
      Objects.requireNonNull(name);
      Objects.requireNonNull(facts);
      Objects.requireNonNull(expected);
      Objects.requireNonNull(rule);
    }
  }

  /// A test, and what became of its call instead.
  public record Miss(Example test, Decision decided) {
    public Miss {
      Objects.requireNonNull(test);
      Objects.requireNonNull(decided);
    }
  }

  /// A decision in one word.
  public enum Outcome {
    ALLOW,
    ASK,
    DENY;

    public static Outcome of(Decision decision) {
      return switch (decision) {
        case Decision.Allow _ -> ALLOW;
        case Decision.Ask _ -> ASK;
        case Decision.Deny _ -> DENY;
      };
    }
  }
}
