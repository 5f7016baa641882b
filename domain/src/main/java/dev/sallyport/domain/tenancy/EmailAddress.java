package dev.sallyport.domain.tenancy;

import java.util.Locale;
import java.util.regex.Pattern;

/// Where a person gets letters, in the one form in which two spellings of it are the same.
///
/// It says who somebody is, so it prints no more of itself than the person needs to know it again.
public record EmailAddress(String value) {
  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9.!#$%&'*+/=?^_`{|}~-]+"
              + "@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

  public EmailAddress {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (value.length() > LONGEST
        || value.indexOf('@') > LONGEST_LOCAL
        || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an e-mail address is a name, an @ and a domain");
    }
  }

  /// The first letter and the domain, as `a…@example.com`.
  public String masked() {
    return value.charAt(0) + "…" + value.substring(value.indexOf('@'));
  }

  @Override
  public String toString() {
    return masked();
  }
}
