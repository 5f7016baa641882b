package dev.sallyport.adapters.out.policy;

import dev.sallyport.domain.policy.OperatorRule;
import dev.sallyport.domain.policy.PolicyFile.Example;
import dev.sallyport.domain.policy.PolicyFile.Outcome;
import dev.sallyport.domain.policy.StatedFacts;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/// Reads the tests that a policy carries.
final class TestReader {
  private static final List<String> KEYS = List.of("name", "call", "expect", "rule");

  /// A Monday: a test means the same whenever it runs.
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final Faults faults;
  private final Values values;
  private final Set<String> rules;
  private final Set<String> names = new HashSet<>();

  TestReader(Faults faults, Set<String> rules) {
    this.faults = faults;
    this.values = new Values(faults);
    this.rules = rules;
  }

  Optional<Example> read(Node node) {
    return Fields.of(node, "a test", KEYS, faults).flatMap(fields -> read(node, fields));
  }

  private Optional<Example> read(Node node, Fields fields) {
    Optional<String> name =
        fields.needed("name", "say in a few words what it shows").flatMap(this::name);
    Optional<StatedFacts> call =
        fields
            .needed("call", "describe a call, as `{tool: …, backend: …, effect: …}`")
            .flatMap(it -> new CallReader(faults, NOON).read(it));
    Optional<Outcome> expected =
        fields
            .needed("expect", "say what should come out: `allow`, `ask` or `deny`")
            .flatMap(it -> values.word(it, "`expect`", Outcome.class));
    Optional<String> rule = fields.maybe("rule").flatMap(it -> rule(it, expected));
    return name.isPresent() && call.isPresent() && expected.isPresent()
        ? Optional.of(
            new Example(
                name.get(), call.get(), expected.get(), rule, node.getStartMark().getLine() + 1))
        : Optional.empty();
  }

  private Optional<String> name(Node node) {
    Optional<String> name = values.sentence(node, "`name`");
    if (name.isPresent() && !names.add(name.get())) {
      faults.at(node, "another test is called so too", "give each its own name");
    }
    return name;
  }

  private Optional<String> rule(Node node, Optional<Outcome> expected) {
    if (expected.equals(Optional.of(Outcome.ALLOW))) {
      faults.at(node, "no rule decides what is allowed", "leave `rule` out");
    }
    Map<String, String> titles = new LinkedHashMap<>();
    rules.forEach(name -> titles.put(name, OperatorRule.PREFIX + name));
    return values.oneOf(node, "`rule`", titles);
  }
}
