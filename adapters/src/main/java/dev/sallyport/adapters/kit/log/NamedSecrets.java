package dev.sallyport.adapters.kit.log;

import java.util.Locale;
import java.util.Set;

/// Takes out the values of names that stand before secrets: `name=value`, `name: value`,
/// `"name":"value"`, also where quotes are escaped.
///
/// A walk and not a pattern: it looks at each character a bounded number of times, whatever
/// somebody sent, and does not recurse.
final class NamedSecrets {
  private static final int LONGEST_NAME = 64;
  private static final String PLAIN_ENDS = " \t\r\n,;&)]}\"'";
  private static final Set<String> SCHEMES = Set.of("bearer", "basic", "dpop");

  private final String text;
  private final StringBuilder clean;
  private int at;

  private NamedSecrets(String text) {
    this.text = text;
    this.clean = new StringBuilder(text.length());
  }

  static String redact(String text) {
    return new NamedSecrets(text).walk();
  }

  private String walk() {
    while (at < text.length()) {
      if (isNamePart(at)) {
        name();
      } else {
        clean.append(text.charAt(at++));
      }
    }
    return clean.toString();
  }

  private void name() {
    int begin = at;
    int end = skipName(at);
    String name = text.substring(Math.max(begin, end - LONGEST_NAME), end);
    int value = SecretNames.covers(name) ? valueAfter(end) : -1;
    if (value < 0) {
      clean.append(text, begin, end);
      at = end;
    } else {
      clean.append(text, begin, value).append(Redactor.GONE);
      at = endOfValue(name, end, value);
    }
  }

  /// Where the value begins, if a colon or an equals sign stands between it and the name's end.
  private int valueAfter(int end) {
    int mark = skipAll(skipQuote(end), " \t");
    int past = skipAll(mark, ":=>");
    return past == mark || text.charAt(mark) == '>' ? -1 : skipAll(past, " \t\r\n");
  }

  private int endOfValue(String name, int nameEnd, int value) {
    if (skipQuote(nameEnd) == nameEnd && SecretNames.coversLine(name)) {
      return skipUntil(value, "\r\n");
    }
    int slashes = skipAll(value, "\\");
    if (slashes == text.length()) {
      return slashes;
    }
    return switch (text.charAt(slashes)) {
      case '"', '\'' -> endOfQuoted(slashes, slashes - value);
      case '[', '{' -> endOfNested(slashes);
      default -> endOfPlain(value);
    };
  }

  /// A scheme is not the secret yet: that is the next word.
  private int endOfPlain(int value) {
    int end = skipUntil(value, PLAIN_ENDS);
    return SCHEMES.contains(text.substring(value, end).toLowerCase(Locale.ROOT))
        ? skipUntil(skipAll(end, " \t"), PLAIN_ENDS)
        : end;
  }

  /// A quote ends at the next one that is escaped no more deeply than the one that began it.
  private int endOfQuoted(int open, int depth) {
    char quote = text.charAt(open);
    int slashes = 0;
    for (int next = open + 1; next < text.length(); next++) {
      char here = text.charAt(next);
      if (here == quote && slashes <= depth) {
        return next + 1;
      }
      slashes = here == '\\' ? slashes + 1 : 0;
    }
    return text.length();
  }

  private int endOfNested(int open) {
    int depth = 0;
    for (int next = open; next < text.length(); next++) {
      switch (text.charAt(next)) {
        case '[', '{' -> depth++;
        case ']', '}' -> depth--;
        case '"' -> next = endOfQuoted(next, 0) - 1;
        default -> {}
      }
      if (depth == 0) {
        return next + 1;
      }
    }
    return text.length();
  }

  private int skipName(int from) {
    int next = from;
    while (next < text.length() && isNamePart(next)) {
      next++;
    }
    return next;
  }

  private int skipQuote(int from) {
    int slashes = skipAll(from, "\\");
    boolean quote =
        slashes < text.length() && (text.charAt(slashes) == '"' || text.charAt(slashes) == '\'');
    return quote ? slashes + 1 : from;
  }

  private int skipAll(int from, String some) {
    int next = from;
    while (next < text.length() && some.indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next;
  }

  private int skipUntil(int from, String ends) {
    int next = from;
    while (next < text.length() && ends.indexOf(text.charAt(next)) < 0) {
      next++;
    }
    return next;
  }

  private boolean isNamePart(int index) {
    char here = text.charAt(index);
    return (here >= 'a' && here <= 'z')
        || (here >= 'A' && here <= 'Z')
        || (here >= '0' && here <= '9')
        || here == '_'
        || here == '-';
  }
}
