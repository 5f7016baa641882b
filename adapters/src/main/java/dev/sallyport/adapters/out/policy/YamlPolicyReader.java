package dev.sallyport.adapters.out.policy;

import dev.sallyport.application.port.out.PolicyReader;
import dev.sallyport.domain.policy.OperatorRule;
import dev.sallyport.domain.policy.PolicyFile;
import dev.sallyport.domain.policy.PolicyFile.Example;
import dev.sallyport.domain.policy.PolicyFile.Miss;
import dev.sallyport.domain.policy.StatedFacts;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/// Reads policies that are written in YAML; `docs/policy.md` says how.
@Singleton
final class YamlPolicyReader implements PolicyReader {
  private static final List<String> KEYS = List.of("rules", "tests");
  private static final int VERSION_DIGITS = 16;

  @Override
  public Reading read(byte[] text) {
    var faults = new Faults();
    Optional<PolicyFile> read =
        Tree.of(text, faults)
            .flatMap(root -> Fields.of(root, "a policy", KEYS, faults))
            .map(fields -> file(fields, version(text), faults));
    if (read.isEmpty() || !faults.none()) {
      return new Reading.Faulty(faults.inOrder());
    }
    List<Miss> misses = read.get().misses();
    return misses.isEmpty()
        ? new Reading.Holds(read.get())
        : new Reading.Missed(read.get(), misses);
  }

  @Override
  public CallReading readCall(byte[] text, Instant at) {
    var faults = new Faults();
    Optional<StatedFacts> call =
        Tree.of(text, faults).flatMap(root -> new CallReader(faults, at).read(root));
    return call.isPresent() && faults.none()
        ? new CallReading.Described(call.get())
        : new CallReading.Faulty(faults.inOrder());
  }

  private static PolicyFile file(Fields fields, String version, Faults faults) {
    var rules = new RuleReader(faults);
    List<OperatorRule> read =
        fields
            .needed("rules", "write some, or remove the setting to run without a policy")
            .map(node -> all(node, rules, faults))
            .orElse(List.of());
    var tests = new TestReader(faults, rules.names());
    List<Example> examples =
        fields
            .maybe("tests")
            .map(node -> new Values(faults).list(node, "`tests`", tests::read))
            .orElse(List.of());
    return new PolicyFile(version, read, examples);
  }

  private static List<OperatorRule> all(Node node, RuleReader rules, Faults faults) {
    return new Values(faults).list(node, "`rules`", rules::read);
  }

  private static String version(byte[] text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return "sha256:" + HexFormat.of().formatHex(hash).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }
}
