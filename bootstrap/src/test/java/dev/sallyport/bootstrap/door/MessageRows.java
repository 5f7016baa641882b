package dev.sallyport.bootstrap.door;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Messages that ask for nothing there is, answer nothing that was asked, or come in heaps.
final class MessageRows {
  private static final String NO_MESSAGE = "400 -32600 id 7";
  private static final String NO_BATCH = "400 -32600";
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}";
  private static final String NOTE =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
  private static final List<String> OLDER = List.of("2025-11-25", "2025-06-18", "2025-03-26");

  private MessageRows() {}

  static Stream<Row> rows() {
    return Stream.of(methods(), shapes(), answers(), batches()).flatMap(rows -> rows);
  }

  private static Stream<Row> methods() {
    List<String> nowhere =
        List.of(
            "nothing",
            "tools",
            "tools/",
            "/tools/list",
            "Tools/List",
            "tools/list/x",
            "__proto__",
            "rpc.discover",
            "sampling/createMessage",
            "elicitation/create",
            "roots/list",
            "tasks/list",
            "tasks/get",
            "tasks/result",
            "tools/call;x",
            "${jndi:ldap://x}");
    List<String> removed =
        List.of(
            "initialize",
            "ping",
            "logging/setLevel",
            "resources/subscribe",
            "resources/unsubscribe",
            "notifications/initialized",
            "notifications/cancelled");
    List<String> later = List.of("server/discover", "subscriptions/listen");
    return Stream.of(
            Stream.of(nowhere, removed)
                .flatMap(List::stream)
                .map(
                    it -> new Row("the method " + it, Post.modern("7", it, ""), "404 -32601 id 7")),
            Stream.of(nowhere, later)
                .flatMap(List::stream)
                .map(it ->
                    new Row("the older method " + it, Post.silent("7", it, ""), "200 -32601 id 7")),
            OLDER.stream()
                .map(it ->
                    new Row(
                        "an unknown method in " + it,
                        Post.legacy(it, "7", "nothing", ""),
                        "200 -32601 id 7")))
        .flatMap(rows -> rows);
  }

  private static Stream<Row> shapes() {
    return Stream.of(
            PING.replace("\"2.0\"", "\"1.0\""),
            PING.replace("\"2.0\"", "2.0"),
            PING.replace("\"2.0\"", "2"),
            PING.replace("\"2.0\"", "null"),
            PING.replace("\"2.0\"", "\"2.0 \""),
            PING.replace("\"jsonrpc\":\"2.0\",", ""),
            PING.replace("jsonrpc", "jsonRPC"),
            PING.replace("\"ping\"", "5"),
            PING.replace("\"ping\"", "null"),
            PING.replace("\"ping\"", "\"\""),
            PING.replace("\"ping\"", "{}"),
            PING.replace("\"ping\"", "[\"ping\"]"),
            PING.replace(",\"method\":\"ping\"", ""),
            PING.replace("}", ",\"result\":{}}"),
            PING.replace("}", ",\"error\":{\"code\":1,\"message\":\"x\"}}"),
            PING.replace("\"method\":\"ping\"", "\"result\":{},\"error\":{}"))
        .flatMap(it ->
            Stream.of(
                new Row("the message " + it, Post.of(it), NO_MESSAGE),
                new Row(
                    "the message %s that claims to stand alone".formatted(it),
                    Post.modern("7", "ping", "").saying(it),
                    NO_MESSAGE)));
  }

  private static Stream<Row> answers() {
    List<String> answers =
        List.of(
            "\"result\":{}",
            "\"result\":null",
            "\"result\":[]",
            "\"error\":{\"code\":-1,\"message\":\"no\"}");
    return Stream.of(
            answers.stream().map(it -> answer("an answer to nothing, ", it, "202")),
            answers.stream()
                .map(it -> {
                  Row row = answer("an answer that claims to stand alone, ", it, NO_MESSAGE);
                  return new Row(
                      row.name(), row.post().with(Post.VERSION + Post.MODERN), row.expected());
                }),
            answers.stream()
                .map(it ->
                    answer("an answer that says so itself, ", it + "," + Words.META, NO_MESSAGE)),
            Stream.of(
                new Row(
                    "an older notification of nothing",
                    Post.of(NOTE.replace("initialized", "x")),
                    "202"),
                new Row(
                    "a notification that stands alone",
                    Post.of(NOTE.replace("}", ",\"params\":{" + Words.META + "}}")),
                    "202")))
        .flatMap(rows -> rows);
  }

  private static Row answer(String name, String members, String expected) {
    return new Row(
        name + members, Post.of("{\"jsonrpc\":\"2.0\",\"id\":7," + members + "}"), expected);
  }

  private static Stream<Row> batches() {
    String claim = Words.modern("8", "tools/list", "");
    String initialize = PING.replace("ping", "initialize");
    return Stream.of(
            Stream.of("2025-11-25", "2025-06-18", "2026-07-28", "2027-01-01", "garbage")
                .flatMap(it ->
                    Stream.of("[]", "[" + PING + "]", "[" + NOTE + "]", "[1]", "[[]]")
                        .map(batch ->
                            new Row(
                                "the batch %s in %s".formatted(batch, it),
                                Post.of(batch).with(Post.VERSION + it),
                                NO_BATCH))),
            Stream.of("", "2025-03-26")
                .flatMap(it ->
                    Stream.of(
                        batch(it, "[]", NO_BATCH),
                        batch(it, heap(21, PING), NO_BATCH),
                        batch(it, heap(21, NOTE), NO_BATCH),
                        batch(it, heap(1_000, "1"), NO_BATCH),
                        batch(it, "[" + claim + "]", NO_BATCH),
                        batch(it, "[" + PING + "," + claim + "]", NO_BATCH),
                        batch(it, "[" + claim.replace("\"2026-07-28\"", "null") + "]", NO_BATCH),
                        batch(it, "[" + claim.replace("2026-07-28", "2025-03-26") + "]", NO_BATCH),
                        batch(it, "[1]", "200 [-32600]"),
                        batch(it, "[null,\"x\",{}]", "200 [-32600, -32600, -32600]"),
                        batch(it, "[[" + PING + "]]", "200 [-32600]"),
                        batch(it, "[[]," + PING + "]", "200 [-32600, result id 7]"),
                        batch(it, "[" + initialize + "]", "200 [-32600 id 7]"),
                        batch(
                            it,
                            "[" + PING + "," + initialize + "]",
                            "200 [result id 7, -32600 id 7]"),
                        batch(it, "[" + PING.replace("7", "null") + "]", "200 [-32600]"),
                        batch(it, "[" + PING.replace("ping", "nothing") + "]", "200 [-32601 id 7]"),
                        batch(
                            it,
                            "[" + PING.replace("ping", "server/discover") + "]",
                            "200 [-32601 id 7]"),
                        batch(it, "[" + PING.replace("2.0", "1.0") + "]", "200 [-32600 id 7]"),
                        batch(it, "[" + NOTE + "," + NOTE + "]", "202"),
                        batch(it, heap(20, NOTE), "202"))))
        .flatMap(rows -> rows);
  }

  private static Row batch(String revision, String batch, String expected) {
    Post post = Post.of(batch);
    return new Row(
        "the batch %s in `%s`"
            .formatted(batch.substring(0, Math.min(150, batch.length())), revision),
        revision.isEmpty() ? post : post.with(Post.VERSION + revision),
        expected);
  }

  private static String heap(int many, String each) {
    return Collections.nCopies(many, each).toString();
  }
}
