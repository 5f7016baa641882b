package dev.sallyport.bootstrap.door;

import java.util.List;
import java.util.stream.Stream;

/// Ids of every type and size.
final class IdRows {
  private static final String NO_MESSAGE = "400 -32600";
  private static final String NO_JSON = "400 -32700";

  private static final List<String> UNFIT =
      List.of(
          "null",
          "true",
          "false",
          "{}",
          "{\"a\":1}",
          "[]",
          "[1]",
          "1.5",
          "1.0",
          "-0.5",
          "1e2",
          "1E+2",
          "10e-1",
          "1e308",
          "9007199254740993",
          "-9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "1234567890123456789012345678901234567890",
          "\"" + "x".repeat(129) + "\"",
          "\"" + "x".repeat(900_000) + "\"");

  private static final List<String> UNREADABLE =
      List.of(
          "1e400",
          "-1e400",
          "1e1000000000",
          "12345678901234567890123456789012345678901",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "01",
          "+1",
          ".5",
          "0x10",
          "NaN",
          "Infinity",
          "'a'",
          "undefined");

  private static final List<String> STRANGE =
      List.of(
          "0",
          "-1",
          "9007199254740991",
          "-9007199254740991",
          "\"\"",
          "\" \"",
          "\"7\"",
          "\"" + "x".repeat(128) + "\"",
          "\"ä€𝄞\"",
          "\"<script>\"",
          "\"../../etc/passwd\"",
          "\"' OR 1=1 --\"");

  private IdRows() {}

  static Stream<Row> rows() {
    return Stream.of(
            refused(UNFIT, NO_MESSAGE),
            refused(UNREADABLE, NO_JSON),
            STRANGE.stream()
                .map(id ->
                    new Row(
                        "a strange id in an error, " + id,
                        Post.modern(id, "nothing/here", ""),
                        "404 -32601 id " + id)),
            STRANGE.stream()
                .map(id ->
                    new Row(
                        "a strange id in an older error, " + id,
                        Post.silent(id, "nothing/here", ""),
                        "200 -32601 id " + id)))
        .flatMap(rows -> rows);
  }

  private static Stream<Row> refused(List<String> ids, String expected) {
    return ids.stream().flatMap(id -> refused(id, expected));
  }

  private static Stream<Row> refused(String id, String expected) {
    String shown = id.substring(0, Math.min(60, id.length()));
    return Stream.of(
        new Row("the id " + shown, Post.modern(id, "tools/list", ""), expected),
        new Row("the older id " + shown, Post.silent(id, "ping", ""), expected),
        new Row(
            "the answer's id " + shown,
            Post.of("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}"),
            expected));
  }
}
