package dev.sallyport.domain.content;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Resources whose addresses differ only in what stands for the names in braces.
///
/// @param uriTemplate of RFC 6570, with plain `{names}` alone: two in one step at the most and a
///   text between them, since callers choose how long what is matched against it is
public record TemplateSpec(
    String uriTemplate, String name, String title, String description, Optional<String> mimeType) {
  private static final Pattern NAME = Pattern.compile("\\{[A-Za-z0-9_]+}");
  private static final int MOST_NAMES = 2;
  private static final Pattern STEP = Pattern.compile("(?=[/?#])");

  public TemplateSpec {
    Objects.requireNonNull(uriTemplate);
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(mimeType);
    if (NAME.matcher(uriTemplate).replaceAll("").matches(".*[{}].*")) {
      throw new IllegalArgumentException("a template holds plain {names} and no other braces");
    }
    for (String step : STEP.split(uriTemplate, -1)) {
      checkNames(uriTemplate, NAME.split(step, -1));
    }
  }

  /// What matches its addresses: each name stands for one step or a part of one.
  public Pattern addresses() {
    return addresses(uriTemplate);
  }

  /// Whether that is one of its addresses.
  public boolean has(String uri) {
    return addresses().matcher(uri).matches();
  }

  /// Whether both have an address in common.
  public boolean meets(TemplateSpec other) {
    // no name stands for what divides steps, so addresses have as many as their template
    String[] steps = STEP.split(uriTemplate, -1);
    String[] others = STEP.split(other.uriTemplate, -1);
    return steps.length == others.length
        && IntStream.range(0, steps.length).allMatch(at -> meet(steps[at], others[at]));
  }

  private static void checkNames(String uriTemplate, String[] texts) {
    for (int at = 1; at < texts.length - 1; at++) {
      if (texts[at].isEmpty()) {
        throw new IllegalArgumentException(
            "`%s` needs a text between two names of one step".formatted(uriTemplate));
      }
    }
    if (texts.length > MOST_NAMES + 1) {
      throw new IllegalArgumentException(
          "`%s` has more than two names in one step".formatted(uriTemplate));
    }
  }

  private static boolean meet(String step, String other) {
    String[] texts = NAME.split(step, -1);
    String[] others = NAME.split(other, -1);
    if (texts.length == 1) {
      return addresses(other).matcher(step).matches();
    }
    if (others.length == 1) {
      return addresses(step).matcher(other).matches();
    }
    // between the two ends a name of either can stand for whatever the other says there
    String end = texts[texts.length - 1];
    String otherEnd = others[others.length - 1];
    return (texts[0].startsWith(others[0]) || others[0].startsWith(texts[0]))
        && (end.endsWith(otherEnd) || otherEnd.endsWith(end));
  }

  private static Pattern addresses(String template) {
    var pattern = new StringBuilder();
    for (String step : STEP.split(template, -1)) {
      // a step that fits is not tried anew, or the ways of all steps would multiply
      pattern.append("(?>").append(pattern(step)).append("(?=[/?#]|\\z))");
    }
    return Pattern.compile(pattern.toString());
  }

  private static String pattern(String step) {
    return Stream.of(NAME.split(step, -1))
        .map(Pattern::quote)
        .collect(Collectors.joining("[^/?#]+"));
  }
}
