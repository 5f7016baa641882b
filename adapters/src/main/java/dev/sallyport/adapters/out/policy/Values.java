package dev.sallyport.adapters.out.policy;

import dev.sallyport.adapters.kit.text.Meant;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads values as they stand in the text, without YAML's guesses: `010` is no 8, `no` no false.
final class Values {
  private static final int LONGEST_SENTENCE = 500;
  private static final String WHOLE = "0|[1-9][0-9]{0,17}";
  private static final String FIGURE = "[a-zA-Z][a-zA-Z0-9_.-]{0,63}";

  private final Faults faults;

  Values(Faults faults) {
    this.faults = faults;
  }

  static boolean missing(Node node) {
    return node instanceof ScalarNode value
        && value.getScalarStyle() == ScalarStyle.PLAIN
        && List.of("", "~", "null").contains(value.getValue());
  }

  /// One line for people.
  Optional<String> sentence(Node node, String what) {
    Optional<String> text = single(node, what).map(String::strip);
    if (text.isEmpty()) {
      return text;
    }
    boolean fits =
        !text.get().isEmpty()
            && text.get().length() <= LONGEST_SENTENCE
            && text.get().codePoints().noneMatch(Character::isISOControl);
    if (!fits) {
      faults.at(
          node,
          what + " is not a sentence",
          "write one line of 1 to %d characters".formatted(LONGEST_SENTENCE));
    }
    return fits ? text : Optional.empty();
  }

  /// What the domain makes of the text; it says itself what is allowed.
  <T> Optional<T> made(Node node, String what, Function<String, T> maker) {
    return single(node, what)
        .flatMap(text -> {
          try {
            return Optional.of(maker.apply(text));
          } catch (IllegalArgumentException | DateTimeException e) {
            faults.at(node, "`%s` is not allowed for %s".formatted(shown(text), what), reason(e));
            return Optional.empty();
          }
        });
  }

  <E extends Enum<E>> Optional<E> word(Node node, String what, Class<E> type) {
    Map<String, E> known = new LinkedHashMap<>();
    for (E each : type.getEnumConstants()) {
      known.put(each.name().toLowerCase(Locale.ROOT), each);
    }
    return oneOf(node, what, known);
  }

  /// What one of these words stands for.
  <T> Optional<T> oneOf(Node node, String what, Map<String, T> known) {
    Optional<String> text = single(node, what);
    Optional<T> value = text.flatMap(word -> Optional.ofNullable(known.get(word)));
    if (text.isPresent() && value.isEmpty()) {
      faults.at(
          node,
          "`%s` is not allowed for %s".formatted(shown(text.get()), what),
          Meant.by(text.get(), known.keySet())
              .map("did you mean `%s`?"::formatted)
              .orElseGet(() -> "allowed are `%s`".formatted(String.join("`, `", known.keySet()))));
    }
    return value;
  }

  /// A list that is not empty, without those of its values that are wrong.
  <T> List<T> list(Node node, String what, Function<Node, Optional<T>> one) {
    List<T> all = maybeEmpty(node, what, one);
    if (node instanceof SequenceNode list && list.getValue().isEmpty()) {
      faults.at(node, what + " lists nothing", "list something or leave it out");
    }
    return all;
  }

  <T> List<T> maybeEmpty(Node node, String what, Function<Node, Optional<T>> one) {
    var all = new ArrayList<T>();
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(each -> one.apply(each).ifPresent(all::add));
    } else {
      faults.at(node, what + " is not a list", "write `[one, other]` or lines that begin with `-`");
    }
    return all;
  }

  /// Numbers by the names of figures.
  Map<String, Long> figures(Node node, String what) {
    var figures = new HashMap<String, Long>();
    Fields.of(node, what, faults)
        .ifPresent(fields ->
            fields
                .all()
                .forEach((name, value) ->
                    number(fields, name, value).ifPresent(it -> figures.put(name, it))));
    return figures;
  }

  private Optional<Long> number(Fields fields, String name, Node value) {
    if (!name.matches(FIGURE)) {
      fields
          .key(name)
          .ifPresent(key ->
              faults.at(
                  key,
                  "`%s` cannot be the name of a figure".formatted(shown(name)),
                  "write one that tools declare, as `recipients`"));
    }
    Optional<String> text = single(value, "`%s`".formatted(shown(name)));
    if (text.isPresent() && !text.get().matches(WHOLE)) {
      faults.at(
          value,
          "`%s` is not allowed for `%s`".formatted(shown(text.get()), shown(name)),
          "write a whole number from 0");
      return Optional.empty();
    }
    return text.map(Long::valueOf);
  }

  private Optional<String> single(Node node, String what) {
    if (node instanceof ScalarNode value && !missing(node)) {
      return Optional.of(value.getValue());
    }
    faults.at(node, what + " is not a single value", "write one word or text");
    return Optional.empty();
  }

  /// On one line, not for ever, and without what would steer a terminal.
  static String shown(String text) {
    String line = text.replaceAll("\\p{Cc}", " ");
    return line.length() <= 64 ? line : line.substring(0, 64) + "…";
  }

  private static String reason(RuntimeException e) {
    return String.valueOf(e.getMessage());
  }
}
