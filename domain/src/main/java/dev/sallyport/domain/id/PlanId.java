package dev.sallyport.domain.id;

import java.util.regex.Pattern;

/// Names a plan, as `free`.
public record PlanId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public PlanId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a plan id is a lower-case letter, then up to 31 letters, digits and hyphens");
    }
  }
}
