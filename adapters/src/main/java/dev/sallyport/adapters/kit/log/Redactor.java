package dev.sallyport.adapters.kit.log;

import java.util.List;
import java.util.regex.Pattern;

/// Takes out of a text what must never be in a log.
///
/// The second wall: the first is that nobody logs such things. It would rather take too much than
/// too little. What others sent can be in the text, so no rule may backtrack without bound or
/// recurse.
final class Redactor {
  static final String GONE = "[redacted]";

  /// Nobody reads more of one field, and matching has an end.
  private static final int LONGEST = 16_384;

  /// By look, wherever it stands.
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "(?s)-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|\\z)",
              GONE),
          // scheme://user:password@host
          new Rule(
              "(?i)\\b([a-z][a-z0-9+.-]{0,20}+://)(?:[^\\s\"'@]{1,1024}+@){1,4}",
              "$1" + GONE + "@"),
          new Rule("(?i)\\b(bearer|basic|dpop)\\s{1,4}[a-z0-9._~+/=-]{4,}+", "$1 " + GONE),
          new Rule("\\beyJ[A-Za-z0-9_-]*+\\.[A-Za-z0-9_.-]*+", GONE),
          new Rule("\\bsp[a-z]{0,2}_[A-Za-z0-9_-]{6,}+", GONE),
          new Rule(
              "[\\w.!#$%&*+/=?^`{|}~'-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}", "[e-mail]"),
          new Rule("\\+[1-9](?:[ ().-]{0,3}\\d){6,14}\\b", "[phone]"),
          new Rule("\\(\\d{3}\\)[ .-]?\\d{3}[ .-]?\\d{4}\\b", "[phone]"));

  private Redactor() {}

  static String redact(String text) {
    String clean = NamedSecrets.redact(cut(text));
    for (Rule rule : RULES) {
      clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
    }
    return clean;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " [cut]";
  }

  private record Rule(Pattern pattern, String replacement) {
    Rule(String pattern, String replacement) {
      this(Pattern.compile(pattern), replacement);
    }
  }
}
