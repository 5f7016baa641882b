package dev.sallyport.bootstrap;

import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.PolicyFile;
import dev.sallyport.domain.policy.PolicyFile.Example;
import dev.sallyport.domain.policy.PolicyFile.Miss;
import dev.sallyport.domain.policy.PolicyFile.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Runs the tests that a file carries, and says which rule decided each.",
    footer = {"", "Ends with 0 if all pass, 1 if not."})
final class PolicyTestCommand implements Callable<Integer> {
  @Mixin private PolicyArgument argument = new PolicyArgument();

  @Override
  public Integer call() {
    try (PolicyDesk desk = PolicyDesk.open()) {
      Optional<PolicyFile> policy = argument.policy(desk);
      return policy.isPresent() ? run(desk, policy.get()) : 1;
    }
  }

  private int run(PolicyDesk desk, PolicyFile policy) {
    List<Example> missed = policy.misses().stream().map(Miss::test).toList();
    List<Result> results =
        policy.tests().stream()
            .map(test -> new Result(test, policy.onItsOwn(test.facts()), !missed.contains(test)))
            .toList();
    int passed = results.size() - missed.size();
    if (argument.json()) {
      argument.answer(
          desk,
          Map.of(
              "passed", passed,
              "failed", missed.size(),
              "tests", results.stream().map(Result::fields).toList()));
    } else {
      results.forEach(result -> argument.say(result.text(policy, argument.name())));
      argument.say("%d passed, %d failed".formatted(passed, missed.size()));
    }
    return missed.isEmpty() ? 0 : 1;
  }

  private record Result(Example test, Decision decided, boolean passes) {
    String text(PolicyFile policy, String file) {
      String came = PolicyRows.word(Outcome.of(decided)) + by(policy);
      return passes
          ? "pass  %s: %s".formatted(test.name(), came)
          : "fail  %s: expected %s, and it is %s (%s:%d)"
              .formatted(test.name(), PolicyRows.word(test.expected()), came, file, test.line());
    }

    private String by(PolicyFile policy) {
      return decided
          .decider()
          .flatMap(policy::rule)
          .map(rule -> " by %s (line %d)".formatted(rule.title(), rule.line()))
          .orElse(", as no rule stands against it");
    }

    Map<String, Object> fields() {
      return Map.of(
          "passes", passes,
          "name", test.name(),
          "line", test.line(),
          "expected", PolicyRows.word(test.expected()),
          "decision", PolicyRows.word(Outcome.of(decided)),
          "rule", decided.decider().orElse(""));
    }
  }
}
