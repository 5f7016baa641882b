package dev.sallyport.adapters.out.policy;

import dev.sallyport.adapters.kit.text.Meant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// The values of a mapping by their keys, each key once and with a value.
final class Fields {
  private final Node owner;
  private final Map<String, ScalarNode> keys = new HashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Faults faults;

  private Fields(Node owner, Faults faults) {
    this.owner = owner;
    this.faults = faults;
  }

  /// Those of a mapping that knows just these keys.
  static Optional<Fields> of(Node node, String what, List<String> known, Faults faults) {
    Optional<Fields> fields = of(node, what, faults);
    fields.ifPresent(found -> found.refuseUnknown(what, known, Set.of()));
    return fields;
  }

  /// Those of a mapping whose keys are names that the operator chose.
  static Optional<Fields> of(Node node, String what, Faults faults) {
    if (!(node instanceof MappingNode mapping)) {
      faults.at(node, what + " is not a mapping", "write `key: value` lines");
      return Optional.empty();
    }
    var fields = new Fields(node, faults);
    mapping.getValue().forEach(fields::take);
    return Optional.of(fields);
  }

  private void take(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      faults.at(tuple.getKeyNode(), "a key is a single word", "write `key: value`");
      return;
    }
    if (keys.putIfAbsent(key.getValue(), key) != null) {
      faults.at(key, "`%s` is set twice".formatted(Values.shown(key.getValue())), "set it once");
    } else if (Values.missing(tuple.getValueNode())) {
      faults.at(
          key,
          "`%s` has no value".formatted(Values.shown(key.getValue())),
          "give it one or leave it out");
    } else {
      values.put(key.getValue(), tuple.getValueNode());
    }
  }

  /// Refuses every key that is not known, but for those that were already told.
  void refuseUnknown(String what, List<String> known, Set<String> told) {
    keys.forEach((name, key) -> {
      if (!known.contains(name) && !told.contains(name)) {
        faults.at(
            key,
            "%s has no `%s`".formatted(what, Values.shown(name)),
            Meant.by(name, known)
                .map("did you mean `%s`?"::formatted)
                .orElseGet(() -> "allowed are `%s`".formatted(String.join("`, `", known))));
      }
    });
  }

  Optional<Node> maybe(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /// One that has to be there.
  Optional<Node> needed(String key, String remedy) {
    if (!keys.containsKey(key)) {
      faults.at(owner, "`%s` is missing".formatted(key), remedy);
    }
    return maybe(key);
  }

  Optional<ScalarNode> key(String name) {
    return Optional.ofNullable(keys.get(name));
  }

  Set<String> keyNames() {
    return keys.keySet();
  }

  Map<String, Node> all() {
    return values;
  }
}
