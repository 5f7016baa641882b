package dev.sallyport.bootstrap.door;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One request as it goes over the wire, as right or as wrong as somebody wants it.
///
/// @param start the first line
/// @param headers whole lines; `{key}` in them, as in the first line, stands for a key that the
///   house made
/// @param raw the body, with a character for each byte
record Post(String start, List<String> headers, String raw) {
  static final String VERSION = "MCP-Protocol-Version: ";
  static final String METHOD = "Mcp-Method: ";
  static final String NAME = "Mcp-Name: ";
  static final String MODERN = "2026-07-28";

  private static final String OLDEST = "2025-03-26";
  private static final Set<String> REVISIONS = Set.of(OLDEST, "2025-06-18", "2025-11-25", MODERN);
  private static final Pattern METHODS = Pattern.compile("\"method\":\"([a-zA-Z/]+)\"");

  private static final List<String> USUAL =
      List.of(
          "Host: 127.0.0.1",
          "Authorization: Bearer {key}",
          "Content-Type: application/json",
          "Accept: application/json, text/event-stream");

  /// With the headers that every request has.
  static Post of(byte[] body) {
    return new Post("POST /mcp HTTP/1.1", USUAL, "").saying(body);
  }

  static Post of(String json) {
    return of(json.getBytes(StandardCharsets.UTF_8));
  }

  /// A request that stands alone, as it should be.
  static Post modern(String id, String method, String params) {
    return of(Words.modern(id, method, params)).with(VERSION + MODERN).with(METHOD + method);
  }

  /// The same for what has a name.
  static Post modern(String id, String method, String name, String params) {
    return modern(id, method, params).with(NAME + name);
  }

  static Post tool(String id, String tool, String arguments) {
    return modern(
        id, "tools/call", tool, "\"name\":\"%s\",\"arguments\":{%s}".formatted(tool, arguments));
  }

  /// A request of a client that has shaken hands before, on that revision.
  static Post legacy(String revision, String id, String method, String params) {
    return of(Words.legacy(id, method, params)).with(VERSION + revision);
  }

  /// The same of a client that does not say its revision.
  static Post silent(String id, String method, String params) {
    return of(Words.legacy(id, method, params));
  }

  Post with(String header) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    return new Post(start, more, raw);
  }

  Post without(String name) {
    return new Post(
        start, headers.stream().filter(header -> !isCalled(header, name)).toList(), raw);
  }

  /// With that one in place of those of the same name.
  Post instead(String header) {
    return without(header.substring(0, header.indexOf(':'))).with(header);
  }

  Post starting(String other) {
    return new Post(other, headers, raw);
  }

  Post saying(byte[] other) {
    return new Post(start, headers, new String(other, StandardCharsets.ISO_8859_1));
  }

  Post saying(String other) {
    return saying(other.getBytes(StandardCharsets.UTF_8));
  }

  /// Whose schema an answer has to hold: of those that the request does not name, the newest.
  String revision() {
    return headers.stream()
        .filter(header -> isCalled(header, "MCP-Protocol-Version"))
        .map(header -> header.substring(VERSION.length() - 1).strip())
        .map(version -> REVISIONS.contains(version) ? version : MODERN)
        .findFirst()
        .orElse(raw.contains(MODERN) ? MODERN : OLDEST);
  }

  /// What is asked for, as far as it can be read.
  String method() {
    Matcher matcher = METHODS.matcher(raw);
    return matcher.find() ? matcher.group(1) : "";
  }

  boolean isHead() {
    return start.startsWith("HEAD ");
  }

  byte[] body() {
    return raw.getBytes(StandardCharsets.ISO_8859_1);
  }

  byte[] bytes(String key) {
    var text = new StringBuilder(start.replace("{key}", key)).append("\r\n");
    headers.forEach(header -> text.append(header.replace("{key}", key)).append("\r\n"));
    if (headers.stream().noneMatch(Post::framesBody)) {
      text.append("Content-Length: ").append(raw.length()).append("\r\n");
    }
    return text.append("\r\n").append(raw).toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean framesBody(String header) {
    return isCalled(header, "Content-Length") || isCalled(header, "Transfer-Encoding");
  }

  private static boolean isCalled(String header, String name) {
    return header.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":");
  }
}
