package dev.sallyport.domain.id;

import java.util.regex.Pattern;

/// Names a configured backend, as `chat` or `phone`.
public record BackendId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public BackendId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a backend id is a lower-case letter, then up to 31 letters, digits and hyphens");
    }
  }
}
