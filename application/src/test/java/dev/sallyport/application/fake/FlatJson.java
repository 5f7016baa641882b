package dev.sallyport.application.fake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The least of JSON: one object whose values are texts, numbers, flags or `null`.
record FlatJson(String text) {
  private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*+)\"";
  private static final Pattern MEMBER =
      Pattern.compile(
          "\\G\\s*%s\\s*:\\s*(?:%s|(true|false)|(null)|(-?[0-9][0-9.eE+-]{0,40}))\\s*(?:,|$)"
              .formatted(STRING, STRING));
  private static final Pattern CODE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  /// In the order of their names, without those that are `null`.
  Map<String, Object> members(List<String> faults) {
    var members = new TreeMap<String, Object>();
    String body = text.strip();
    if (body.length() < 2 || !body.startsWith("{") || !body.endsWith("}")) {
      faults.add("this is no JSON object");
      return members;
    }
    String inside = body.substring(1, body.length() - 1).strip();
    Matcher member = MEMBER.matcher(inside);
    int read = 0;
    while (read < inside.length() && member.find()) {
      read = member.end();
      Object value = value(member);
      if (value != null && members.put(plain(member.group(1)), value) != null) {
        faults.add("/" + member.group(1) + ": stands there twice");
      }
    }
    if (read < inside.length()) {
      faults.add("this is no flat JSON object");
    }
    return members;
  }

  static String of(Map<String, Object> members) {
    return members.entrySet().stream()
        .map(member -> "%s:%s".formatted(written(member.getKey()), written(member.getValue())))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String written(Object value) {
    return value instanceof String it
        ? "\"" + it.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
        : value.toString();
  }

  private static @Nullable Object value(Matcher member) {
    if (member.group(2) != null) {
      return plain(member.group(2));
    }
    if (member.group(3) != null) {
      return Boolean.valueOf(member.group(3));
    }
    return member.group(4) == null
        ? new BigDecimal(new BigDecimal(member.group(5)).stripTrailingZeros().toPlainString())
        : null;
  }

  private static String plain(String escaped) {
    return CODE.matcher(escaped)
        .replaceAll(it -> Matcher.quoteReplacement(Character.toString(code(it.group(1)))))
        .replace("\\\"", "\"")
        .replace("\\\\", "\\");
  }

  private static int code(String hex) {
    return Integer.parseInt(hex, 16);
  }
}
