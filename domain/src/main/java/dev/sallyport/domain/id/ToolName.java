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
}
