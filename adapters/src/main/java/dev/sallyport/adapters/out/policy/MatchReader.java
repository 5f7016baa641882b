package dev.sallyport.adapters.out.policy;

import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.policy.Hours;
import dev.sallyport.domain.policy.Match;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tool.Effect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/// Reads `when` and `unless`: the calls that a rule is about, or is not.
final class MatchReader {
  private static final List<String> KEYS =
      List.of(
          "tools", "backends", "effects", "clients", "roles", "plans", "spaces", "hours", "over");
  private static final String PATTERN = "[a-zA-Z0-9_.-]{1,64}|[a-zA-Z0-9_.-]{0,63}\\*";

  private final Faults faults;
  private final Values values;

  MatchReader(Faults faults) {
    this.faults = faults;
    this.values = new Values(faults);
  }

  Match read(Node node, String what) {
    Optional<Fields> found = Fields.of(node, what, KEYS, faults);
    if (found.filter(fields -> fields.all().isEmpty()).isPresent()) {
      faults.at(
          node,
          what + " says nothing, and so would mean every call",
          "name a condition; for every call, `tools: [\"*\"]`");
    }
    return found.map(this::match).orElse(Match.ANY);
  }

  private Match match(Fields fields) {
    return new Match(
        list(fields, "tools", MatchReader::pattern),
        Set.copyOf(list(fields, "backends", BackendId::new)),
        words(fields, "effects", Effect.class),
        Set.copyOf(list(fields, "clients", ClientId::new)),
        words(fields, "roles", Role.class),
        Set.copyOf(list(fields, "plans", PlanId::new)),
        Set.copyOf(list(fields, "spaces", SpaceId::new)),
        fields.maybe("hours").flatMap(this::hours),
        fields.maybe("over").map(this::over).orElse(Map.of()));
  }

  private Optional<Hours> hours(Node node) {
    return new HoursReader(faults).read(node);
  }

  private Map<String, Long> over(Node node) {
    Map<String, Long> bounds = values.figures(node, "`over`");
    if (node instanceof MappingNode mapping && mapping.getValue().isEmpty()) {
      faults.at(node, "`over` bounds nothing", "name a figure, as `recipients: 10`");
    }
    return bounds;
  }

  private <T> List<T> list(Fields fields, String key, Function<String, T> maker) {
    String what = "`%s`".formatted(key);
    return fields
        .maybe(key)
        .map(node -> values.list(node, what, each -> values.made(each, what, maker)))
        .orElse(List.of());
  }

  private <E extends Enum<E>> Set<E> words(Fields fields, String key, Class<E> type) {
    String what = "`%s`".formatted(key);
    return Set.copyOf(
        fields
            .maybe(key)
            .map(node -> values.list(node, what, each -> values.word(each, what, type)))
            .orElse(List.of()));
  }

  private static String pattern(String text) {
    if (!text.matches(PATTERN)) {
      throw new IllegalArgumentException(
          "write a tool's name, or the beginning of one and `*` as its end");
    }
    return text;
  }
}
