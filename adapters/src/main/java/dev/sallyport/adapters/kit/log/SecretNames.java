package dev.sallyport.adapters.kit.log;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which names stand before a secret, however they are spelled: `api_key`, `apiKey`, `X-Api-Key`.
final class SecretNames {
  private static final Pattern WORD_ENDS = Pattern.compile("[_-]|(?<=[a-z0-9])(?=[A-Z])");

  private static final Set<String> LAST_WORDS =
      Set.of(
          "authorization",
          "cookie",
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "secret",
          "token",
          "key",
          "apikey",
          "credential",
          "session",
          "code",
          "verifier",
          "challenge",
          "assertion",
          "signature",
          "nonce",
          "otp",
          "pass",
          "passcode",
          "pw",
          "pin",
          "body",
          "text");

  private static final Pattern WITHIN =
      Pattern.compile(".*(?:password|passwd|secret|token|apikey|privatekey|cookie).*");

  private SecretNames() {}

  static boolean covers(String name) {
    String[] words = WORD_ENDS.split(name, 0);
    String last = words.length == 0 ? "" : words[words.length - 1].toLowerCase(Locale.ROOT);
    String single = last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
    return LAST_WORDS.contains(last)
        || LAST_WORDS.contains(single)
        || WITHIN.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /// A header of several values, which go on to the end of its line.
  static boolean coversLine(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("authorization") || lower.endsWith("cookie");
  }
}
