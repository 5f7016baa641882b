package dev.sallyport.domain.policy;

import dev.sallyport.domain.policy.Decision.Allow;
import dev.sallyport.domain.policy.Decision.Ask;
import dev.sallyport.domain.policy.Decision.Deny;
import dev.sallyport.domain.policy.ToolCall.Approval;
import dev.sallyport.domain.policy.Verdict.Asks;
import dev.sallyport.domain.policy.Verdict.Passes;
import dev.sallyport.domain.policy.Verdict.Refuses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules every call has to pass, all of them.
///
/// Every rule is asked. One refusal is enough to deny; an approval turns what was asked into an
/// allowance, and never a refusal. So another rule can only close the gate further, and the order
/// of rules decides nothing but which reason is heard.
public final class Policy {
  /// What always holds. An operator's rules come on top and cannot take any of it away.
  public static final Policy STANDING =
      new Policy(
          "standing",
          Stream.concat(
                  Stream.of((Rule[]) CallerRule.values()),
                  Stream.of((Rule[]) FootprintRule.values()))
              .toList());

  private final String version;
  private final Rule[] rules;
  // taken once: a rule that could not even say its name would throw in the middle of a decision
  private final String[] titles;
  private final Rule.Early[] early;

  private Policy(String version, List<Rule> rules) {
    this.version = version;
    this.rules = rules.toArray(Rule[]::new);
    this.titles = rules.stream().map(Rule::title).toArray(String[]::new);
    this.early =
        rules.stream()
            .filter(Rule.Early.class::isInstance)
            .map(Rule.Early.class::cast)
            .toArray(Rule.Early[]::new);
  }

  /// A policy of these rules alone, for tests of policies as such.
  static Policy of(Rule first, Rule... others) {
    return new Policy("test", Stream.concat(Stream.of(first), Stream.of(others)).toList());
  }

  /// The same, and these rules asked last.
  public Policy and(List<? extends Rule> more, String version) {
    return new Policy(version, Stream.concat(Stream.of(rules), more.stream()).toList());
  }

  /// Which set of rules this is: a hash of the operator's file, or the word for having none.
  public String version() {
    return version;
  }

  /// What is denied whatever the call would touch. Empty says nothing but: go on and ask.
  public Optional<Deny> screen(Request request) {
    for (Rule.Early rule : early) {
      if (verdict(rule, request) instanceof Refuses(Reason reason)) {
        return Optional.of(
            new Deny(
                rule.title(), reason, List.of(new Judgement(rule.title(), new Refuses(reason)))));
      }
    }
    return Optional.empty();
  }

  public Decision decide(ToolCall call) {
    List<Judgement> notes = null;
    for (int i = 0; i < rules.length; i++) {
      Verdict verdict = verdict(rules[i], call);
      if (!(verdict instanceof Passes)) {
        notes = notes == null ? new ArrayList<>(2) : notes;
        notes.add(new Judgement(titles[i], verdict));
      }
    }
    return notes == null ? Allow.PLAIN : conclude(notes, call.approval());
  }

  /// What every rule says of the call, one by one.
  public List<Judgement> explain(ToolCall call) {
    return IntStream.range(0, rules.length)
        .mapToObj(i -> new Judgement(titles[i], verdict(rules[i], call)))
        .toList();
  }

  /// The names of all rules, in the order they are asked.
  public List<String> titles() {
    return List.of(titles);
  }

  /// What notes add up to: deny beats ask, and ask beats allow.
  static Decision conclude(List<Judgement> notes, Approval approval) {
    for (Judgement note : notes) {
      if (note.verdict() instanceof Refuses(Reason reason)) {
        return new Deny(note.rule(), reason, notes);
      }
    }
    for (Judgement note : notes) {
      if (approval == Approval.NONE && note.verdict() instanceof Asks(Reason reason)) {
        return new Ask(note.rule(), reason, notes);
      }
    }
    return new Allow(notes);
  }

  // a rule that cannot decide has not let anything pass
  private static Verdict verdict(Rule rule, ToolCall call) {
    try {
      return orRefusal(rule.verdict(call));
    } catch (RuntimeException failure) {
      return Reasons.ruleFailed(failure.getClass().getSimpleName()).refuses();
    }
  }

  private static Verdict verdict(Rule.Early rule, Request request) {
    try {
      return orRefusal(rule.verdict(request));
    } catch (RuntimeException failure) {
      return Reasons.ruleFailed(failure.getClass().getSimpleName()).refuses();
    }
  }

  // rules may come from anywhere, and nothing is not a verdict
  private static Verdict orRefusal(@Nullable Verdict said) {
    return said == null ? Reasons.ruleFailed("no verdict").refuses() : said;
  }
}
