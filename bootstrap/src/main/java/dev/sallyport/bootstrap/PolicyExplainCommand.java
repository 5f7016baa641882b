package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.PolicyRows.Row;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.PolicyFile;
import dev.sallyport.domain.policy.PolicyFile.Outcome;
import dev.sallyport.domain.policy.StatedFacts;
import dev.sallyport.domain.replay.RecordedCalls;
import dev.sallyport.domain.replay.RecordedCalls.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Shows what every rule says of one call, and the line that decided.",
    footer = {
      "",
      "The call is described by --tool, --backend, --effect and what else is known of it, or by a",
      "file (--call), or it is one that the ledger recorded (--entry ID --ledger EXPORT)."
    })
final class PolicyExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PolicyArgument argument = new PolicyArgument();
  @Mixin private PolicyCall call = new PolicyCall();
  @Mixin private PolicyLedger ledger = new PolicyLedger();

  @Option(
      names = "--entry",
      paramLabel = "ID",
      description = "A recorded decision, by the id of its entry or of its call.")
  private @Nullable String entry;

  @Override
  public Integer call() {
    refuseMixtures();
    try (PolicyDesk desk = PolicyDesk.open()) {
      Optional<PolicyFile> policy = argument.policy(desk);
      if (policy.isEmpty()) {
        return 1;
      }
      String wanted = entry;
      if (wanted == null) {
        described(desk, policy.get(), call.read(desk, argument));
      } else {
        recorded(desk, policy.get(), decision(wanted));
      }
      return 0;
    }
  }

  private void refuseMixtures() {
    long ways = Stream.of(call.inOptions(), call.inFile(), entry != null).filter(it -> it).count();
    if (ways != 1 || ledger.given() != (entry != null)) {
      throw new ParameterException(
          spec.commandLine(),
          "describe one call: by options, by --call FILE, or by --entry ID with --ledger EXPORT");
    }
  }

  private void described(PolicyDesk desk, PolicyFile policy, StatedFacts facts) {
    Decision decision = policy.onItsOwn(facts);
    tell(
        desk,
        policy,
        Outcome.of(decision),
        decision.decider(),
        PolicyRows.described(policy, facts));
  }

  private void recorded(PolicyDesk desk, PolicyFile policy, Reading.Decided decided) {
    tell(
        desk,
        policy,
        decided.recorded().was(),
        decided.decider(),
        PolicyRows.recorded(policy, decided));
  }

  private Reading.Decided decision(String wanted) {
    for (Entry each : ledger.entries()) {
      if (isCalled(wanted, each) && RecordedCalls.read(each) instanceof Reading.Decided decided) {
        return decided;
      }
    }
    throw new ParameterException(
        spec.commandLine(),
        "the export has no decision of `%s` that can be read".formatted(wanted));
  }

  private static boolean isCalled(String wanted, Entry entry) {
    return entry.id().value().equals(wanted)
        || entry.facts().of(Fact.CALL).equals(Optional.of(wanted));
  }

  private void tell(
      PolicyDesk desk,
      PolicyFile policy,
      Outcome outcome,
      Optional<String> decider,
      List<Row> rows) {
    argument.warn(policy);
    if (argument.json()) {
      argument.answer(
          desk,
          Map.of(
              "policy", policy.version(),
              "failing", policy.misses().size(),
              "decision", PolicyRows.word(outcome),
              "rule", decider.orElse(""),
              "rules", rows.stream().map(Row::fields).toList()));
      return;
    }
    int width = rows.stream().mapToInt(row -> row.rule().length()).max().orElse(0);
    rows.forEach(row -> argument.say(row.text(width, argument.name())));
    argument.say("");
    argument.say(conclusion(policy, outcome, decider));
  }

  private String conclusion(PolicyFile policy, Outcome outcome, Optional<String> decider) {
    String by =
        decider
            .map(rule ->
                policy
                    .rule(rule)
                    .map(own ->
                        "decided by line %d of %s (`%s`)"
                            .formatted(own.line(), argument.name(), rule))
                    .orElse("decided by `%s`".formatted(rule)))
            .orElse("no rule stands against it");
    return "%s: %s".formatted(PolicyRows.word(outcome), by);
  }
}
