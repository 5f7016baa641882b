package dev.sallyport.adapters.kit.http;

import java.util.List;
import java.util.Optional;

/// Finds the one bearer token that a request shows, where it belongs (RFC 6750, section 2.1).
public final class Bearer {
  private static final String SCHEME = "bearer ";
  private static final int LONGEST = 4_096;

  private Bearer() {}

  /// What stands behind the scheme.
  ///
  /// @param authorization every value of that header; two of them say nothing
  public static Optional<String> in(List<String> authorization) {
    if (authorization.size() != 1 || authorization.getFirst().length() > LONGEST) {
      return Optional.empty();
    }
    String value = authorization.getFirst().strip();
    return value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(value.substring(SCHEME.length()).strip())
        : Optional.empty();
  }
}
