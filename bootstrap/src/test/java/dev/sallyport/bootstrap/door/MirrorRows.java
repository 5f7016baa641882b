package dev.sallyport.bootstrap.door;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Headers that say something else than the body.
final class MirrorRows {
  private static final String DIFFERENT = "400 -32020 id 7";
  private static final Post CALL = Post.tool("7", "test_simple_text", "");

  private static final Map<String, Post> NAMED =
      Map.of(
          "test_simple_text", CALL,
          "test_simple_prompt",
              Post.modern(
                  "7", "prompts/get", "test_simple_prompt", "\"name\":\"test_simple_prompt\""),
          "test://static-text",
              Post.modern(
                  "7", "resources/read", "test://static-text", "\"uri\":\"test://static-text\""));

  private MirrorRows() {}

  static Stream<Row> rows() {
    return Stream.of(
            versions(),
            methods(),
            NAMED.entrySet().stream().flatMap(MirrorRows::names),
            parameters())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> versions() {
    return Stream.of(
        row("no revision", CALL.without("MCP-Protocol-Version")),
        row("a revision twice", CALL.with(Post.VERSION + Post.MODERN)),
        row("two revisions", CALL.with(Post.VERSION + "2025-11-25")),
        row("the revision in bytes", CALL.instead(Post.VERSION + "2026-07-28\u00e4")),
        row("a list of revisions", CALL.instead(Post.VERSION + "2026-07-28, 2026-07-28")));
  }

  private static Stream<Row> methods() {
    return Stream.concat(
        Stream.of(
            row("no method", CALL.without("Mcp-Method")),
            row("a method twice", CALL.with(Post.METHOD + "tools/call")),
            row("two methods", CALL.with(Post.METHOD + "tools/list"))),
        Stream.of(
                "tools/list",
                "Tools/Call",
                "TOOLS/CALL",
                "tools/call/",
                "tools%2Fcall",
                "tools/call, tools/call",
                "\"tools/call\"",
                "",
                "=?base64?dG9vbHMvY2FsbA?=",
                "=?base64?!!!!?=",
                "\u00e4")
            .map(method ->
                row("the method `%s`".formatted(method), CALL.instead(Post.METHOD + method))));
  }

  private static Stream<Row> names(Map.Entry<String, Post> named) {
    String name = named.getKey();
    Post post = named.getValue();
    return Stream.of(
            Stream.of(
                row(name + " without the name", post.without("Mcp-Name")),
                row(name + " with the name twice", post.with(Post.NAME + name)),
                row(name + " with two names", post.with(Post.NAME + "test_placed")),
                row(
                    name + " with a name that the body has not",
                    post.saying(Words.modern("7", methodOf(post), "")))),
            Stream.of(
                    "test_placed",
                    name.toUpperCase(Locale.ROOT),
                    name + "x",
                    name.substring(1),
                    name + " " + name,
                    "",
                    name + "\u00e4",
                    // not base64, not padded, of another alphabet, broken UTF-8, with blanks
                    "=?base64?*?=",
                    "=?base64?",
                    "=?base64?=",
                    "=?base64??=",
                    "=?base64?dGVz?= ",
                    "=?base64?dGVzdA?=",
                    "=?base64?dGVz dA==?=",
                    "=?base64?_-8=?=",
                    "=?base64?wK8=?=",
                    "=?base64?/w==?=",
                    "=?BASE64?" + base64(name) + "?=",
                    "=?Base64?" + base64(name) + "?=",
                    "=?utf-8?" + base64(name) + "?=",
                    "=?base64?" + base64(name),
                    base64(name))
                .map(other ->
                    row("%s under `%s`".formatted(name, other), post.instead(Post.NAME + other))))
        .flatMap(rows -> rows);
  }

  private static Stream<Row> parameters() {
    String all = "\"region\":\"eu\",\"count\":5,\"loud\":true";
    Post full =
        Post.tool("7", "test_x_mcp_header", all)
            .with("Mcp-Param-Region: eu")
            .with("Mcp-Param-Count: 5")
            .with("Mcp-Param-Loud: true");
    Post none = Post.tool("7", "test_x_mcp_header", "");
    Post nulls = Post.tool("7", "test_x_mcp_header", "\"region\":null");
    return Stream.of(
            Stream.of("Region", "Count", "Loud")
                .map(it -> "Mcp-Param-" + it)
                .flatMap(header ->
                    Stream.of(
                        row("no " + header, full.without(header)),
                        row("no value of " + header, full.instead(header + ": ")),
                        row("another " + header, full.instead(header + ": 6")),
                        row("Latin-1 in " + header, full.instead(header + ": \u00e4")),
                        row("broken base64 in " + header, full.instead(header + ": =?base64?*?=")),
                        row("twice " + header, full.with(header + ": 5")),
                        row("for nothing " + header, none.with(header + ": 5")))),
            List.of("EU", "eu,eu", "e u").stream()
                .map(it -> row("the region " + it, full.instead("Mcp-Param-Region: " + it))),
            List.of("5.5", "five", "0x5", "5;5", "05x").stream()
                .map(it -> row("the count " + it, full.instead("Mcp-Param-Count: " + it))),
            List.of("TRUE", "1", "false", "yes").stream()
                .map(it -> row("the loudness " + it, full.instead("Mcp-Param-Loud: " + it))),
            Stream.of(row("a region for null", nulls.with("Mcp-Param-Region: null"))))
        .flatMap(rows -> rows);
  }

  private static Row row(String name, Post post) {
    return new Row("headers with " + name, post, DIFFERENT);
  }

  private static String methodOf(Post post) {
    return post.headers().stream()
        .filter(it -> it.startsWith(Post.METHOD))
        .findFirst()
        .orElseThrow()
        .substring(Post.METHOD.length());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
