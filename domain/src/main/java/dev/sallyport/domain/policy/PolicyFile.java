package dev.sallyport.domain.policy;

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
            && test.rule().map(rule -> decided.decider().equals(Optional.of(rule))).orElse(true);
    return asExpected ? Optional.empty() : Optional.of(new Miss(test, decided));
  }

  /// The rule of this title, as decisions name it.
  public Optional<OperatorRule> rule(String title) {
    return rules.stream().filter(rule -> rule.title().equals(title)).findFirst();
  }

  /// What each of these rules says of a call, one by one.
  public List<Judgement> explain(Facts facts) {
    return rules.stream().map(rule -> new Judgement(rule.title(), rule.verdict(facts))).toList();
  }

  /// What these rules make of a call that nothing else stands against.
  public Decision onItsOwn(Facts facts) {
    return Policy.conclude(notesOn(facts), ToolCall.Approval.NONE);
  }

  List<Judgement> notesOn(Facts facts) {
    return explain(facts).stream()
        .filter(note -> !(note.verdict() instanceof Verdict.Passes))
        .toList();
  }

  /// A call that might be made, and what should become of it.
  ///
  /// @param rule the title of the rule that should decide, where that matters
  /// @param line where it stands in the file it was read from
  public record Example(
      String name, StatedFacts facts, Outcome expected, Optional<String> rule, int line) {
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
