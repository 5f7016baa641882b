package dev.sallyport.domain.tenancy;

import java.util.regex.Pattern;

/// The name of an organization in addresses: nobody else's, and safe to type.
public record Slug(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

  public Slug {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a slug is 1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end");
    }
  }
}
