package dev.sallyport.bootstrap.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Bodies that are no JSON, no message, or both to different readers.
final class BodyRows {
  private static final String NO_MESSAGE = "400 -32600";
  private static final String NO_JSON = "400 -32700";
  private static final Post GOOD = Post.tool("7", "test_echo", "\"marker\":\"x\"");
  private static final String TEXT = new String(GOOD.body(), UTF_8);
  private static final String OLDER =
      Words.legacy("7", "tools/call", "\"name\":\"test_echo\",\"arguments\":{\"marker\":\"x\"}");

  private BodyRows() {}

  static Stream<Row> rows() {
    return Stream.of(bytes(), unmarked(), texts(), doubles(), sizes(), cuts())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> bytes() {
    return Stream.of(
        row("no body", new byte[0]),
        row("UTF-16 little-endian", TEXT.getBytes(UTF_16LE)),
        row("UTF-16 big-endian", TEXT.getBytes(UTF_16BE)),
        row("UTF-16 with its mark", TEXT.getBytes(UTF_16)),
        row("UTF-32", TEXT.getBytes(Charset.forName("UTF-32"))),
        row("a byte order mark", ("\uFEFF" + TEXT).getBytes(UTF_8)),
        row("gzip", zipped(GOOD.body())),
        row("a NUL ahead", ("\0" + TEXT).getBytes(UTF_8)),
        row("a NUL behind", (TEXT + "\0").getBytes(UTF_8)),
        marked("an overlong slash", 0xC0, 0xAF),
        marked("an overlong NUL", 0xC0, 0x80),
        marked("an overlong quote", 0xE0, 0x80, 0xA2),
        marked("a byte that begins nothing", 0xC3, 0x28),
        marked("a surrogate in UTF-8", 0xED, 0xA0, 0x80),
        marked("a pair of surrogates in UTF-8", 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80),
        marked("a byte beyond Unicode", 0xF5, 0x80, 0x80, 0x80),
        marked("a character beyond Unicode", 0xF4, 0x90, 0x80, 0x80),
        marked("a lone continuation", 0x80),
        marked("half a character", 0xE2, 0x82),
        marked("Latin-1", 0xE4),
        marked("a raw NUL", 0x00),
        marked("a raw line feed", 0x0A),
        marked("a raw escape", 0x1B));
  }

  private static Stream<Row> unmarked() {
    return Stream.of("null", "true", "0", "1.5", "\"ping\"", "{}", "{\"a\":{}}", "[]")
        .flatMap(json ->
            Stream.of(
                new Row("only " + json, GOOD.saying(json), NO_MESSAGE),
                new Row("only " + json + " of older clients", Post.of(json), NO_MESSAGE)));
  }

  private static Stream<Row> texts() {
    return Stream.of(
            " ",
            "\n",
            "{",
            "}",
            "]",
            "[",
            "{\"jsonrpc\"",
            "ping",
            "{'jsonrpc':'2.0'}",
            "{jsonrpc:\"2.0\"}",
            "// a comment\n" + TEXT,
            "/* a comment */" + TEXT,
            "# a comment\n" + TEXT,
            TEXT + ",",
            TEXT + TEXT,
            TEXT + "\n" + TEXT,
            TEXT + " null",
            TEXT + "]",
            TEXT.replace("\"x\"", "\"x\","),
            TEXT.replace("\"x\"", "\"x\\q\""),
            TEXT.replace("\"x\"", "\"\\u00\""),
            TEXT.replace("\"x\"", "\"x\ty\""),
            TEXT.replace("\"x\"", "\"\\u0000\""),
            TEXT.replace("\"x\"", "\"a\\ud83d\""),
            TEXT.replace("\"x\"", "\"\\ude00\""),
            TEXT.replace("\"x\"", "\"\\ud83dx\""),
            TEXT.replace("\"marker\"", "\"mar\\u0000ker\""),
            TEXT.replace("\"marker\"", "\"\\ud800\""),
            TEXT.replace("test_echo", "test_\\u0000echo"),
            TEXT.replace("tools/call", "tools/\\udfffcall"),
            TEXT.replace("\"x\"", "1e400"),
            TEXT.replace("\"x\"", "-1e400"),
            TEXT.replace("\"x\"", "1e-1000000000"),
            TEXT.replace("\"x\"", "9".repeat(41)),
            TEXT.replace("\"x\"", "0." + "1".repeat(40)),
            TEXT.replace("\"x\"", "1e999999999999"),
            TEXT.replace("\"x\"", "007"),
            TEXT.replace("\"x\"", "1."),
            TEXT.replace("\"x\"", "NaN"),
            TEXT.replace("\"x\"", "-Infinity"),
            TEXT.replace("\"x\"", "True"),
            TEXT.replace("\"x\"", "`x`"),
            TEXT.replace("\"x\"", ""))
        .map(json -> new Row("no JSON: " + shown(json), GOOD.saying(json), NO_JSON));
  }

  private static Stream<Row> doubles() {
    return Stream.of(
            TEXT.replace("\"id\":7", "\"id\":7,\"id\":7"),
            TEXT.replace("\"id\":7", "\"id\":7,\"\\u0069d\":8"),
            TEXT.replace("\"jsonrpc\":\"2.0\"", "\"jsonrpc\":\"2.0\",\"jsonrpc\":\"2.0\""),
            TEXT.replace("\"method\":", "\"method\":\"tools/list\",\"method\":"),
            TEXT.replace("\"method\":", "\"m\\u0065thod\":\"tools/list\",\"method\":"),
            TEXT.replace("\"params\":", "\"params\":{},\"params\":"),
            TEXT.replace("\"name\":", "\"name\":\"test_placed\",\"name\":"),
            TEXT.replace("\"arguments\":", "\"arguments\":{},\"arguments\":"),
            TEXT.replace("\"marker\":", "\"marker\":\"y\",\"marker\":"),
            TEXT.replace("\"marker\":", "\"marker\":\"y\",\"\\u006darker\":"),
            TEXT.replace("\"_meta\":", "\"_meta\":{},\"_meta\":"),
            TEXT.replace(
                "\"io.modelcontextprotocol/protocolVersion\":",
                "\"io.modelcontextprotocol/protocolVersion\":\"2025-11-25\","
                    + "\"io.modelcontextprotocol/protocolVersion\":"),
            TEXT.replace(
                "\"io.modelcontextprotocol/clientCapabilities\":{}",
                "\"io.modelcontextprotocol/clientCapabilities\":{\"a\":1,\"a\":2}"),
            TEXT.replace("\"x\"", "[{\"a\":1,\"b\":2,\"a\":3}]"),
            "[" + OLDER.replace("\"id\":7", "\"id\":7,\"id\":7") + "]")
        .map(json -> new Row("a name twice: " + shown(json), GOOD.saying(json), NO_JSON));
  }

  private static Stream<Row> sizes() {
    String large = "x".repeat(900_000);
    return Stream.of(
        new Row("65 levels", GOOD.saying(nested(65 - 3)), NO_JSON),
        new Row("1,000 levels", GOOD.saying(nested(1_000)), NO_JSON),
        new Row("100,000 levels", GOOD.saying("[".repeat(100_000)), NO_JSON),
        new Row("100,000 objects", GOOD.saying("{\"a\":".repeat(100_000)), NO_JSON),
        new Row("100,001 tokens", GOOD.saying("[" + "0,".repeat(99_998) + "0]"), NO_JSON),
        new Row(
            "100,000 names",
            GOOD.saying(
                TEXT.replace(
                    "\"x\"",
                    IntStream.range(0, 60_000)
                        .mapToObj(at -> "\"%x\":0".formatted(at))
                        .toList()
                        .toString()
                        .replace('[', '{')
                        .replace(']', '}'))),
            NO_JSON),
        new Row(
            "a large tool of older clients",
            Post.of(OLDER.replace("test_echo", large)),
            "200 -32602 id 7"),
        new Row(
            "a large method of older clients",
            Post.of(OLDER.replace("tools/call", large)),
            "200 -32601 id 7"),
        new Row(
            "a large argument that there is not",
            GOOD.saying(TEXT.replace("\"marker\"", "\"" + large + "\"")),
            "200 isError id 7"),
        new Row(
            "a large value of the wrong type",
            GOOD.saying(TEXT.replace("\"x\"", "[\"" + large + "\"]")),
            "200 isError id 7"),
        new Row(
            "a large address of older clients",
            Post.silent("7", "resources/read", "\"uri\":\"test://" + large + "\""),
            "200 -32602 id 7"),
        new Row(
            "a large cursor",
            Post.modern("7", "tools/list", "\"cursor\":\"" + large + "\""),
            "200 -32602 id 7"),
        new Row(
            "a large state",
            GOOD.saying(
                TEXT.replace("\"arguments\"", "\"requestState\":\"" + large + "\",\"arguments\"")),
            "200 -32602 id 7"),
        new Row(
            "a large revision", GOOD.saying(TEXT.replace(Post.MODERN, large)), "400 -32020 id 7"));
  }

  private static Stream<Row> cuts() {
    return Stream.concat(cuts("", GOOD, 5), cuts("older ", Post.of(OLDER), 7));
  }

  private static Stream<Row> cuts(String what, Post post, int step) {
    return IntStream.iterate(step, at -> at < post.body().length, at -> at + step)
        .mapToObj(at ->
            new Row(
                "the first %d bytes of an %srequest".formatted(at, what),
                post.saying(Arrays.copyOf(post.body(), at)),
                NO_JSON));
  }

  private static String nested(int levels) {
    return TEXT.replace("\"x\"", "[".repeat(levels) + "]".repeat(levels));
  }

  private static Row row(String name, byte[] body) {
    return new Row(name, GOOD.saying(body), NO_JSON);
  }

  /// In place of the marker.
  private static Row marked(String name, int... bytes) {
    var marker = new StringBuilder();
    Arrays.stream(bytes).forEach(it -> marker.append((char) it));
    return row(name, TEXT.replace("\"x\"", "\"" + marker + "\"").getBytes(ISO_8859_1));
  }

  private static String shown(String json) {
    List<String> parts = List.of(TEXT.substring(0, 40), json);
    int same = Math.min(json.length(), json.startsWith(parts.getFirst()) ? 40 : 0);
    return json.substring(same, Math.min(json.length(), same + 160));
  }

  private static byte[] zipped(byte[] bytes) {
    var all = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(all)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toByteArray();
  }
}
