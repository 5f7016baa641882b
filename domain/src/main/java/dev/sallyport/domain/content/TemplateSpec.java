package dev.sallyport.domain.content;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Resources whose addresses differ only in what stands for the names in braces.
///
/// @param uriTemplate of RFC 6570, with plain `{names}` alone
public record TemplateSpec(
    String uriTemplate, String name, String title, String description, Optional<String> mimeType) {
  private static final Pattern NAME = Pattern.compile("\\{[A-Za-z0-9_]+}");
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
    var matcher = NAME.matcher(template);
    var pattern = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      pattern.append(Pattern.quote(template.substring(from, matcher.start()))).append("[^/?#]+");
      from = matcher.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(template.substring(from))).toString());
  }
}
