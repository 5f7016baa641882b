package dev.sallyport.bootstrap;

import dev.sallyport.domain.policy.Judgement;
import dev.sallyport.domain.policy.OperatorRule;
import dev.sallyport.domain.policy.Policy;
import dev.sallyport.domain.policy.PolicyFile;
import dev.sallyport.domain.policy.Reason;
import dev.sallyport.domain.policy.StatedFacts;
import dev.sallyport.domain.policy.Verdict;
import dev.sallyport.domain.replay.RecordedCalls.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What each rule says of one call, as rows of a table.
final class PolicyRows {
  private static final String UNJUDGED = "unjudged";

  private PolicyRows() {}

  /// Of a call that somebody describes: the standing rules need a grant, a plan and a footprint,
  /// and cannot be asked.
  static List<Row> described(PolicyFile policy, StatedFacts call) {
    Optional<String> decider = policy.onItsOwn(call).decider();
    return Stream.concat(
            Policy.STANDING.titles().stream()
                .map(rule ->
                    new Row(rule, UNJUDGED, "needs a real call: not judged here", 0, false)),
            policy.explain(call).stream().map(note -> row(note, policy, decider)))
        .toList();
  }

  /// Of a call that the ledger recorded.
  static List<Row> recorded(PolicyFile policy, Reading.Decided entry) {
    var rows = new ArrayList<Row>();
    Policy.STANDING
        .titles()
        .forEach(
            rule -> rows.add(noted(rule, policy, entry).orElseGet(() -> standing(rule, entry))));
    policy
        .rules()
        .forEach(rule ->
            rows.add(noted(rule.title(), policy, entry).orElseGet(() -> own(rule, policy, entry))));
    entry.notes().stream()
        .filter(note -> rows.stream().noneMatch(row -> row.rule().equals(note.rule())))
        .map(note -> row(note, policy, entry.decider()))
        .forEach(rows::add);
    return rows;
  }

  private static Optional<Row> noted(String rule, PolicyFile policy, Reading.Decided entry) {
    return entry.notes().stream()
        .filter(note -> note.rule().equals(rule))
        .findFirst()
        .map(note -> row(note, policy, entry.decider()));
  }

  // a call that was screened was refused by the first rule, and no other was asked
  private static Row standing(String rule, Reading.Decided entry) {
    boolean screened = entry.recorded().facts().amounts().isEmpty();
    return screened
        ? new Row(rule, UNJUDGED, "was not asked, or passed: another refused at once", 0, false)
        : new Row(rule, "passes", "", 0, false);
  }

  private static Row own(OperatorRule rule, PolicyFile policy, Reading.Decided entry) {
    return policy.version().equals(entry.policy()) && !entry.recorded().facts().amounts().isEmpty()
        ? new Row(rule.title(), "passes", "", rule.line(), false)
        : new Row(
            rule.title(),
            UNJUDGED,
            "policy %s decided".formatted(entry.policy()),
            rule.line(),
            false);
  }

  private static Row row(Judgement note, PolicyFile policy, Optional<String> decider) {
    Optional<OperatorRule> rule = policy.rule(note.rule());
    boolean foreign = note.rule().startsWith(OperatorRule.PREFIX) && rule.isEmpty();
    return new Row(
        note.rule(),
        word(note.verdict()),
        sentence(note.verdict()) + (foreign ? " It is not in this file." : ""),
        rule.map(OperatorRule::line).orElse(0),
        decider.equals(Optional.of(note.rule())));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passes _ -> "passes";
      case Verdict.Warns _ -> "warn";
      case Verdict.Asks _ -> "ask";
      case Verdict.Refuses _ -> "deny";
    };
  }

  private static String sentence(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passes _ -> "";
      case Verdict.Warns(Reason reason) -> reason.sentence();
      case Verdict.Asks(Reason reason) -> reason.sentence();
      case Verdict.Refuses(Reason reason) -> reason.sentence();
    };
  }

  /// One rule's verdict.
  ///
  /// @param line where the rule stands in the file, or 0 for one that does not
  record Row(String rule, String verdict, String note, int line, boolean decided) {
    String text(int width, String file) {
      String place = line == 0 ? "" : "line %d of %s".formatted(line, file);
      String rest = Stream.of(place, note).filter(it -> !it.isEmpty()).reduce("", Row::joined);
      return "%s %s  %-8s  %s"
          .formatted(decided ? ">" : " ", rule + " ".repeat(width - rule.length()), verdict, rest)
          .stripTrailing();
    }

    private static String joined(String one, String other) {
      return one.isEmpty() ? other : one + ": " + other;
    }

    Map<String, Object> fields() {
      return Map.of(
          "rule", rule, "verdict", verdict, "note", note, "line", line, "decided", decided);
    }
  }
}
