package dev.sallyport.adapters.out.policy;

import dev.sallyport.domain.policy.Match;
import dev.sallyport.domain.policy.OperatorRule;
import dev.sallyport.domain.policy.OperatorRule.Then;
import dev.sallyport.domain.policy.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads rules. There is no word for allowing: what is written here can only close the gate
/// further.
final class RuleReader {
  private static final List<String> KEYS =
      List.of("name", "deny", "ask", "remedy", "when", "unless");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Set<String> LOOSENING =
      Set.of("allow", "permit", "grant", "pass", "accept", "skip", "override");

  private final Faults faults;
  private final Values values;
  private final Set<String> names = new LinkedHashSet<>();

  RuleReader(Faults faults) {
    this.faults = faults;
    this.values = new Values(faults);
  }

  /// What the rules read so far are called, the faulty ones too.
  Set<String> names() {
    return names;
  }

  Optional<OperatorRule> read(Node node) {
    return Fields.of(node, "a rule", faults)
        .flatMap(fields -> {
          refuseLoosening(fields);
          return read(node, fields);
        });
  }

  // told apart from other unknown keys, since nobody who writes it mistyped something
  private void refuseLoosening(Fields fields) {
    fields.keyNames().stream()
        .filter(LOOSENING::contains)
        .flatMap(name -> fields.key(name).stream())
        .forEach(key ->
            faults.at(
                key,
                "a rule cannot `%s`: what a policy does not refuse is left to the standing rules"
                    .formatted(key.getValue()),
                "write `deny` or `ask`, and what is excepted under `unless`"));
    fields.refuseUnknown("a rule", KEYS, LOOSENING);
  }

  private Optional<OperatorRule> read(Node node, Fields fields) {
    Optional<String> name =
        fields.needed("name", "give the rule a name that decisions can tell").flatMap(this::name);
    Optional<Then> then = then(node, fields);
    Optional<String> sentence =
        then.flatMap(it -> fields.maybe(key(it)))
            .flatMap(it -> values.sentence(it, "the reason people read"));
    Optional<String> remedy = fields.maybe("remedy").flatMap(it -> values.sentence(it, "`remedy`"));
    Optional<Match> when =
        fields
            .needed("when", "say which calls; for every call, `when: {tools: [\"*\"]}`")
            .map(it -> new MatchReader(faults).read(it, "`when`"));
    Optional<Match> unless =
        fields.maybe("unless").map(it -> new MatchReader(faults).read(it, "`unless`"));
    if (name.isEmpty() || then.isEmpty() || sentence.isEmpty() || when.isEmpty()) {
      return Optional.empty();
    }
    var reason =
        new Reason(name.get().replace('-', '_'), sentence.get(), remedy.orElse(remedy(then.get())));
    return Optional.of(
        new OperatorRule(
            name.get(), then.get(), when.get(), unless, reason, node.getStartMark().getLine() + 1));
  }

  private Optional<String> name(Node node) {
    Optional<String> name = values.made(node, "`name`", RuleReader::checked);
    if (name.isPresent() && !names.add(name.get())) {
      faults.at(
          node, "another rule is called `%s` too".formatted(name.get()), "give each its own name");
    }
    return name;
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "write a lower-case letter, then up to 63 letters, digits and hyphens");
    }
    return name;
  }

  private Optional<Then> then(Node node, Fields fields) {
    Optional<ScalarNode> deny = fields.key("deny");
    Optional<ScalarNode> ask = fields.key("ask");
    if (deny.isPresent() && ask.isPresent()) {
      faults.at(ask.get(), "a rule has `deny` or `ask`, not both", "write two rules");
      return Optional.empty();
    }
    if (deny.isEmpty() && ask.isEmpty()) {
      if (fields.keyNames().stream().anyMatch(LOOSENING::contains)) {
        return Optional.empty();
      }
      faults.at(
          node, "`deny` or `ask` is missing", "write one of them with the reason that people read");
      return Optional.empty();
    }
    return Optional.of(deny.isPresent() ? Then.DENY : Then.ASK);
  }

  private static String key(Then then) {
    return switch (then) {
      case DENY -> "deny";
      case ASK -> "ask";
    };
  }

  private static String remedy(Then then) {
    return switch (then) {
      case DENY -> "This is a rule of whoever runs Sallyport: ask them.";
      case ASK -> "Open the approval and decide.";
    };
  }
}
