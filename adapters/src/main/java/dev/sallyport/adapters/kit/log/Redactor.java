package dev.sallyport.adapters.kit.log;

import java.util.List;
import java.util.regex.Pattern;

/// Takes out of a text what must never be in a log.
///
/// The second wall: the first is that nobody logs such things. It works on the finished line, so
/// that messages, arguments, stack traces and context are all behind it, and it would rather take
/// too much than too little.
final class Redactor {
  private static final String GONE = "[redacted]";

  private static final String NAMES =
      "(?:[a-z0-9]+[_-])*(?:authorization|cookie|password|passwd|passphrase|pwd|secret|token|api[_-]?key"
          + "|private[_-]?key|credential|session|code|code[_-]?verifier|code[_-]?challenge|assertion"
          + "|signature|nonce|otp|pin|body|text)s?";

  /// In this order: what names a secret comes before what only looks like one.
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "(?s)-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)",
              GONE),
          // a header to the end of its line, since a cookie has spaces in it
          new Rule(
              "(?i)\\b((?:proxy-)?authorization|(?:set-)?cookie)\\s*:\\s*[^\"\\\\\\r\\n]+",
              "$1: " + GONE),
          // "name": "value", also inside a JSON line, where quotes are escaped
          new Rule("(?i)(\\b" + NAMES + "\\\\?[\"']\\s*:\\s*\\\\?[\"'])[^\"'\\\\]*", "$1" + GONE),
          // name=value and name: value
          new Rule(
              "(?i)\\b(" + NAMES + ")(\\s*[=:]\\s*)\\\\?[\"']?[^\\s&,;\"'\\\\)\\]}]+",
              "$1$2" + GONE),
          // scheme://user:password@host
          new Rule("(?i)\\b([a-z][a-z0-9+.-]*://)[^/\\s\"'@]*@", "$1" + GONE + "@"),
          new Rule("(?i)\\b(bearer|basic|dpop)\\s+[a-z0-9._~+/=-]{4,}", "$1 " + GONE),
          new Rule("\\beyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]*)*", GONE),
          new Rule("\\bsp[a-z]{0,2}_[A-Za-z0-9_-]{6,}", GONE),
          new Rule("[\\w.!#$%&*+/=?^`{|}~'-]+@[\\w-]+(?:\\.[\\w-]+)+", "[e-mail]"),
          new Rule("\\+[1-9](?:[ ().-]{0,3}\\d){6,14}\\b", "[phone]"),
          new Rule("\\(\\d{3}\\)[ .-]?\\d{3}[ .-]?\\d{4}\\b", "[phone]"));

  private Redactor() {}

  static String redact(String line) {
    String clean = line;
    for (Rule rule : RULES) {
      clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
    }
    return clean;
  }

  private record Rule(Pattern pattern, String replacement) {
    Rule(String pattern, String replacement) {
      this(Pattern.compile(pattern), replacement);
    }
  }
}
