package dev.sallyport.domain.id;

import java.util.regex.Pattern;

/// Names a tool, as assistants call it.
public record ToolName(String value) {
  private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");

  public ToolName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a tool name is 1 to 64 letters, digits, dots, hyphens and underscores");
    }
  }

  /// The same name for hosts that refuse dots and hyphens.
  public ToolName underscored() {
    String text = value.replace('.', '_').replace('-', '_');
    return text.equals(value) ? this : new ToolName(text);
  }

  /// Whether this is the name, or, where the pattern ends in `*`, one that begins so.
  public boolean fits(String pattern) {
    return pattern.endsWith("*")
        ? value.regionMatches(0, pattern, 0, pattern.length() - 1)
        : value.equals(pattern);
  }
}
