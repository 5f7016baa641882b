package dev.sallyport.bootstrap;

import dev.sallyport.application.port.out.PolicyReader.Reading;
import dev.sallyport.domain.policy.PolicyFile;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Says whether a file could be put in force, or all that is wrong with it.",
    footer = {"", "Ends with 0 if it holds and its tests pass, 1 if not."})
final class PolicyCheckCommand implements Callable<Integer> {
  @Mixin private PolicyArgument argument = new PolicyArgument();

  @Override
  public Integer call() {
    try (PolicyDesk desk = PolicyDesk.open()) {
      Reading reading = argument.read(desk);
      return switch (reading) {
        case Reading.Holds(PolicyFile policy) -> holds(desk, policy);
        case Reading.Missed _, Reading.Faulty _ -> {
          argument.tell(reading.faults(), desk);
          yield 1;
        }
      };
    }
  }

  private int holds(PolicyDesk desk, PolicyFile policy) {
    int rules = policy.rules().size();
    int tests = policy.tests().size();
    if (argument.json()) {
      argument.answer(
          desk, Map.of("holds", true, "rules", rules, "tests", tests, "version", policy.version()));
    } else {
      argument.say(
          "holds: %s, %s, version %s"
              .formatted(
                  rules == 1 ? "1 rule" : rules + " rules",
                  tests == 1 ? "1 test passes" : tests + " tests pass",
                  policy.version()));
    }
    return 0;
  }
}
