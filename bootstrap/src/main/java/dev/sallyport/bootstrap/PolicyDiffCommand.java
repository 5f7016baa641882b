package dev.sallyport.bootstrap;

import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.policy.PolicyFile;
import dev.sallyport.domain.replay.Comparison;
import dev.sallyport.domain.replay.Comparison.Flip;
import dev.sallyport.domain.replay.Comparison.Undecided;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Decides recorded calls again under this file, and lists what would flip.",
    footer = {
      "",
      "What a standing rule said is taken from the record; only the operator's rules are asked again."
    })
final class PolicyDiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PolicyArgument argument = new PolicyArgument();
  @Mixin private PolicyLedger ledger = new PolicyLedger();

  @Option(
      names = "--last",
      paramLabel = "N",
      description = "Only the last N decisions; default: all.")
  private int last = Integer.MAX_VALUE;

  @Override
  public Integer call() {
    if (last < 1) {
      throw new ParameterException(spec.commandLine(), "--last takes a whole number from 1");
    }
    List<Entry> decisions = decisions();
    try (PolicyDesk desk = PolicyDesk.open()) {
      Optional<PolicyFile> policy = argument.policy(desk);
      policy.ifPresent(it -> tell(desk, it, Comparison.of(decisions, it)));
      return policy.isPresent() ? 0 : 1;
    }
  }

  private List<Entry> decisions() {
    List<Entry> all =
        ledger.entries().stream()
            .filter(entry -> entry.facts().of(Fact.DECISION).isPresent())
            .toList();
    return all.subList(Math.max(0, all.size() - last), all.size());
  }

  private void tell(PolicyDesk desk, PolicyFile policy, Comparison comparison) {
    argument.warn(policy);
    if (argument.json()) {
      argument.answer(
          desk,
          Map.of(
              "policy", policy.version(),
              "failing", policy.misses().size(),
              "decisions", comparison.decisions(),
              "same", comparison.same(),
              "flips", comparison.flips().stream().map(flip -> fields(flip, policy)).toList(),
              "undecided",
                  comparison.undecided().stream().map(PolicyDiffCommand::fields).toList()));
      return;
    }
    comparison.flips().forEach(flip -> argument.say(line(flip, policy)));
    comparison
        .undecided()
        .forEach(each -> argument.say("  ?  %s  %s".formatted(each.entry().value(), each.why())));
    argument.say(
        "%d decisions under %s: %d as before, %d flip, %d cannot be decided again"
            .formatted(
                comparison.decisions(),
                policy.version(),
                comparison.same(),
                comparison.flips().size(),
                comparison.undecided().size()));
  }

  private String line(Flip flip, PolicyFile policy) {
    String by = flip.by().orElse("");
    String place =
        policy
            .rule(by)
            .map(rule -> " (line %d of %s)".formatted(rule.line(), argument.name()))
            .orElse(by.isEmpty() ? "" : " (no longer)");
    return "  !  %s  %s  %s → %s  %s%s"
        .formatted(
            name(flip),
            flip.tool().value(),
            PolicyRows.word(flip.was()),
            PolicyRows.word(flip.now()),
            by,
            place);
  }

  private static String name(Flip flip) {
    return flip.call().isEmpty() ? flip.entry().value() : flip.call();
  }

  private static Map<String, Object> fields(Flip flip, PolicyFile policy) {
    String by = flip.by().orElse("");
    return Map.of(
        "entry", flip.entry().value(),
        "call", flip.call(),
        "tool", flip.tool().value(),
        "was", PolicyRows.word(flip.was()),
        "now", PolicyRows.word(flip.now()),
        "rule", by,
        "line", policy.rule(by).map(rule -> rule.line()).orElse(0));
  }

  private static Map<String, Object> fields(Undecided undecided) {
    return Map.of("entry", undecided.entry().value(), "why", undecided.why());
  }
}
