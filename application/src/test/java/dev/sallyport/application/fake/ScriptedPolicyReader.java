package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.PolicyReader;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.policy.Decision;
import dev.sallyport.domain.policy.PolicyFile;
import dev.sallyport.domain.policy.PolicyFile.Example;
import dev.sallyport.domain.policy.PolicyFile.Outcome;
import dev.sallyport.domain.policy.StatedFacts;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Knows three texts: `holds`, a policy without rules; `misses`, one whose test fails; and the name
/// of a tool with brackets behind it, which is a call of it.
public final class ScriptedPolicyReader implements PolicyReader {
  private static final String VERSION = "sha256:0123456789abcdef";

  @Override
  public Reading read(byte[] text) {
    return switch (new String(text, StandardCharsets.UTF_8)) {
      case "holds" -> new Reading.Holds(new PolicyFile(VERSION, List.of(), List.of()));
      case "misses" -> missed(text);
      default -> new Reading.Faulty(List.of(fault()));
    };
  }

  @Override
  public CallReading readCall(byte[] text, Instant at) {
    String call = new String(text, StandardCharsets.UTF_8);
    return call.endsWith("()")
        ? new CallReading.Described(facts(call.substring(0, call.length() - 2), at))
        : new CallReading.Faulty(List.of(fault()));
  }

  private static Reading missed(byte[] text) {
    var test =
        new Example(
            "all is denied",
            facts("tool", Instant.EPOCH),
            Outcome.DENY,
            Optional.empty(),
            text.length);
    var file = new PolicyFile(VERSION, List.of(), List.of(test));
    return new Reading.Missed(
        file, List.of(new PolicyFile.Miss(test, new Decision.Allow(List.of()))));
  }

  private static StatedFacts facts(String tool, Instant at) {
    return new StatedFacts(
        new ToolName(tool),
        new BackendId("backend"),
        Effect.READ,
        new ClientId("client"),
        Optional.of(Role.MEMBER),
        new PlanId("free"),
        Optional.of(Set.of()),
        at,
        Map.of());
  }

  private static Fault fault() {
    return new Fault(1, 1, "this text is not known", "write one that is");
  }
}
