package dev.sallyport.adapters.in.mcp;

import java.util.Locale;
import java.util.stream.Stream;

/// Reads what a `Content-Type` says.
final class MediaType {
  private MediaType() {}

  /// Whether it is JSON, in UTF-8 if it says so at all.
  static boolean isJson(String value) {
    String[] parts = value.split(";", -1);
    return parts[0].strip().equalsIgnoreCase("application/json")
        && Stream.of(parts).skip(1).map(String::strip).allMatch(MediaType::isFine);
  }

  private static boolean isFine(String parameter) {
    String plain = parameter.toLowerCase(Locale.ROOT).replace("\"", "");
    return !plain.startsWith("charset=")
        || plain.equals("charset=utf-8")
        || plain.equals("charset=utf8");
  }
}
