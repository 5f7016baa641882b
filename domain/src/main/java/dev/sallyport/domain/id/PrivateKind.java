package dev.sallyport.domain.id;

import java.util.regex.Pattern;

/// Names a sort of private place a backend has, as `dms`; each has a toggle of its own.
public record PrivateKind(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public PrivateKind {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a sort of private place is a lower-case letter, then up to 31 letters, digits and hyphens");
    }
  }
}
