package dev.sallyport.domain.content;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Resources whose addresses differ only in what stands for the names in braces.
///
/// @param uriTemplate of RFC 6570, with plain `{names}` alone
public record TemplateSpec(
    String uriTemplate, String name, String title, String description, Optional<String> mimeType) {
  private static final Pattern NAME = Pattern.compile("\\{[A-Za-z0-9_]+}");

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
    var matcher = NAME.matcher(uriTemplate);
    var pattern = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      pattern.append(Pattern.quote(uriTemplate.substring(from, matcher.start()))).append("[^/?#]+");
      from = matcher.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(uriTemplate.substring(from))).toString());
  }
}
