package dev.sallyport.domain.id;

import java.util.regex.Pattern;

/// Names what sort of system a backend is, as `inline` or `openphone`.
public record BackendKind(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /// What the gateway offers itself: to look through everything, and to ask who it is.
  public static final BackendKind GATEWAY = new BackendKind("gateway");

  public BackendKind {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a kind of backend is a lower-case letter, then up to 31 letters, digits and hyphens");
    }
  }
}
