package dev.sallyport.bootstrap.door;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Requests that are wrong before anybody reads their body.
final class HttpRows {
  private static final Post GOOD = Post.tool("7", "test_simple_text", "");
  private static final Post OLDER = Post.silent("7", "tools/call", "\"name\":\"test_simple_text\"");
  private static final String NOBODY = "401 -32600 challenged";
  private static final String FOREIGN = "403 -32600";
  private static final String NO_POST = "405 -32600 allows POST, OPTIONS";
  private static final String NO_JSON = "415 -32600";
  private static final String BROKEN = "400 -32600 closed";
  private static final String UNREAD = "400 bad_request closed";

  private HttpRows() {}

  static Stream<Row> rows() {
    return Stream.of(
            bearers(), origins(), hosts(), methods(), paths(), types(), codings(), chunks(),
            edges(), order())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> bearers() {
    return Stream.of(
            Stream.of(
                    "",
                    "Bearer",
                    "Bearer ",
                    "Bearer x",
                    "Bearer sp_",
                    "Bearer {key}x",
                    "Bearer x{key}",
                    "Bearer {key} {key}",
                    "Bearer {key},{key}",
                    "Bearer \"{key}\"",
                    "Bearer {key}\u00e4",
                    "Bearer=Bearer {key}",
                    "Bearer{key}",
                    "Bearer:{key}",
                    "{key}",
                    "Basic {key}",
                    "Basic dXNlcjpwYXNz",
                    "Token {key}",
                    "Digest username=\"{key}\"",
                    "DPoP {key}",
                    "Bearer null",
                    "Bearer undefined",
                    "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.",
                    "Bearer {key}" + "x".repeat(5_000),
                    "Bearer " + "x".repeat(12_000))
                .map(it ->
                    new Row(
                        "the authorization `%.80s`".formatted(it),
                        GOOD.instead("Authorization: " + it),
                        NOBODY)),
            Stream.of(
                new Row("no authorization", GOOD.without("Authorization"), NOBODY),
                new Row("an authorization twice", GOOD.with("Authorization: Bearer {key}"), NOBODY),
                new Row("two authorizations", GOOD.with("Authorization: Basic eA=="), NOBODY),
                new Row(
                    "a proxy's authorization",
                    GOOD.without("Authorization").with("Proxy-Authorization: Bearer {key}"),
                    NOBODY),
                new Row(
                    "the key as a cookie",
                    GOOD.without("Authorization").with("Cookie: access_token={key}"),
                    NOBODY),
                new Row(
                    "the key as somebody's header",
                    GOOD.without("Authorization").with("X-Api-Key: {key}"),
                    NOBODY),
                new Row(
                    "the name of somebody ahead",
                    GOOD.without("Authorization").with("X-Forwarded-User: admin"),
                    NOBODY)),
            Stream.of(
                    "access_token={key}",
                    "token={key}",
                    "key={key}",
                    "authorization=Bearer%20{key}")
                .map(it ->
                    new Row(
                        "the key in the address as " + it,
                        GOOD.without("Authorization").starting("POST /mcp?" + it + " HTTP/1.1"),
                        NOBODY)))
        .flatMap(rows -> rows);
  }

  private static Stream<Row> origins() {
    return Stream.of(
            "https://evil.example",
            "http://evil.example",
            "null",
            "",
            "file://",
            "chrome-extension://abcdef",
            "http://localhost.evil.example",
            "http://127.0.0.1.evil.example",
            "http://evil.example/127.0.0.1",
            "http://localhost@evil.example",
            "http://user@localhost",
            "http://localhost/path",
            "http://localhost?x",
            "http://localhost#x",
            "localhost",
            "//localhost",
            "ftp://localhost",
            "javascript://localhost",
            "http://0.0.0.0",
            "http://127.1",
            "http://2130706433",
            "http://[::]",
            "http://localhost, http://evil.example",
            "http://locаlhost")
        .flatMap(it ->
            Stream.of(
                new Row("the origin `%s`".formatted(it), GOOD.with("Origin: " + it), FOREIGN),
                new Row(
                    "the origin `%s`, of an older client".formatted(it),
                    OLDER.with("Origin: " + it),
                    FOREIGN)));
  }

  private static Stream<Row> hosts() {
    return Stream.concat(
        Stream.of(
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "localhost@evil.example",
                "evil@localhost",
                "localhost/evil",
                "localhost?evil",
                "localhost evil",
                "0.0.0.0",
                "169.254.169.254",
                "[::]",
                "127.1",
                "")
            .map(
                it -> new Row("the host `%s`".formatted(it), GOOD.instead("Host: " + it), FOREIGN)),
        Stream.of(
            new Row(
                "a host that is ours only to a proxy",
                GOOD.instead("Host: evil.example").with("X-Forwarded-Host: localhost"),
                FOREIGN),
            new Row(
                "a host that is ours only to another proxy",
                GOOD.instead("Host: evil.example").with("Forwarded: host=localhost"),
                FOREIGN)));
  }

  private static Stream<Row> methods() {
    return Stream.concat(
        Stream.of("GET", "DELETE", "PUT", "PATCH")
            .flatMap(it ->
                Stream.of(
                    new Row(it, GOOD.starting(it + " /mcp HTTP/1.1"), NO_POST),
                    new Row(
                        it + " with a slash at the end",
                        GOOD.starting(it + " /mcp/ HTTP/1.1"),
                        NO_POST),
                    new Row(
                        it + " without a body",
                        GOOD.saying("").without("Content-Type").starting(it + " /mcp HTTP/1.1"),
                        NO_POST),
                    new Row(
                        it + " of a session",
                        GOOD.with("Mcp-Session-Id: x").starting(it + " /mcp HTTP/1.1"),
                        NO_POST),
                    new Row(
                        it + " of nobody",
                        GOOD.without("Authorization").starting(it + " /mcp HTTP/1.1"),
                        NOBODY))),
        Stream.of(
            new Row("HEAD", GOOD.starting("HEAD /mcp HTTP/1.1"), "405 allows POST, OPTIONS"),
            new Row(
                "HEAD of nobody",
                GOOD.without("Authorization").starting("HEAD /mcp HTTP/1.1"),
                "401 challenged")));
  }

  private static Stream<Row> paths() {
    return Stream.of(
            "/MCP",
            "/mcp/x",
            "/mcp//",
            "//mcp",
            "/x/mcp",
            "/mcp.json",
            "/mcp;x=y",
            "/mcp%20",
            "/%6Dcp",
            "/mcp%2F",
            "/mcp%2fx",
            "/./mcp",
            "/x/../mcp",
            "/mcp/.",
            "/mcp/..")
        .map(it ->
            new Row("the path " + it, GOOD.starting("POST " + it + " HTTP/1.1"), "404 not_found"));
  }

  private static Stream<Row> types() {
    return Stream.concat(
        Stream.of(
                "",
                "text/plain",
                "text/json",
                "text/html",
                "application/json-rpc",
                "application/jsonrequest",
                "application/ld+json",
                "application/*",
                "*/*",
                "json",
                "application",
                "application/",
                "/json",
                "application/x-www-form-urlencoded",
                "application/octet-stream",
                "application/cbor",
                "text/event-stream",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "application/json; charset=us-ascii",
                "application/json; charset=nonsense",
                "application/json; charset=",
                "application/json; charset=utf-8; charset=utf-16",
                "application/json, text/plain",
                "%%%")
            .map(it ->
                new Row(
                    "the content type `%s`".formatted(it),
                    GOOD.instead("Content-Type: " + it),
                    NO_JSON)),
        Stream.of(
            new Row(
                "a form with parts",
                GOOD.instead("Content-Type: multipart/form-data; boundary=x"),
                "415 -32600"),
            new Row("no content type", GOOD.without("Content-Type"), NO_JSON),
            new Row("two content types", GOOD.with("Content-Type: text/plain"), NO_JSON),
            new Row(
                "a content type after another",
                GOOD.without("Content-Type")
                    .with("Content-Type: text/plain")
                    .with("Content-Type: application/json"),
                NO_JSON),
            new Row("no body and no type", GOOD.without("Content-Type").saying(""), NO_JSON)));
  }

  private static Stream<Row> codings() {
    Post chunked = GOOD.saying(chunk(GOOD.raw()) + "0\r\n\r\n");
    return Stream.concat(
        Stream.of("gzip", "br", "gzip, identity", "")
            .map(it ->
                new Row(
                    "the content encoding `%s`".formatted(it),
                    GOOD.with("Content-Encoding: " + it),
                    NO_JSON)),
        Stream.concat(
            Stream.of("gzip", "identity", "xchunked", "")
                .flatMap(it ->
                    Stream.of(
                        new Row(
                            "the transfer encoding `%s`".formatted(it),
                            chunked.with("Transfer-Encoding: " + it),
                            BROKEN),
                        new Row(
                            "the transfer encoding `%s` and a length".formatted(it),
                            GOOD.with("Transfer-Encoding: " + it)
                                .with("Content-Length: " + GOOD.body().length),
                            BROKEN))),
            Stream.of(
                new Row(
                    "chunks that are packed",
                    chunked.with("Transfer-Encoding: gzip, chunked"),
                    BROKEN),
                new Row(
                    "chunks that are packed, and a length",
                    chunked.with("Transfer-Encoding: gzip, chunked").with("Content-Length: 5"),
                    UNREAD),
                new Row("packed chunks", chunked.with("Transfer-Encoding: chunked, gzip"), UNREAD),
                new Row(
                    "chunks and a length",
                    chunked.with("Transfer-Encoding: chunked").with("Content-Length: 5"),
                    UNREAD),
                new Row(
                    "two transfer encodings",
                    chunked.with("Transfer-Encoding: chunked").with("Transfer-Encoding: identity"),
                    BROKEN),
                new Row(
                    "chunked twice",
                    chunked.with("Transfer-Encoding: chunked").with("Transfer-Encoding: chunked"),
                    BROKEN))));
  }

  /// All of it arrives that a call needs, and then what nobody can read the end of.
  private static Stream<Row> chunks() {
    String whole = chunk(GOOD.raw());
    String untold = whole.substring(0, whole.length() - 2);
    return Stream.of(
            whole + "zz\r\n\r\n",
            whole + "-1\r\n\r\n",
            whole + "0x0\r\n\r\n",
            whole + "FFFFFFFFFFFFFFFF\r\n\r\n",
            whole + "\r\n\r\n",
            untold + "XX0\r\n\r\n",
            untold + "XX\r\n0\r\n\r\n",
            whole + "0\r\nX\0: y\r\n\r\n",
            whole + "0\r\n: y\r\n\r\n",
            whole + "0\r\nX-Large: " + "x".repeat(100_000) + "\r\n\r\n",
            GOOD.raw() + "\r\n",
            "+" + whole + "0\r\n\r\n",
            "0x" + whole + "0\r\n\r\n")
        .map(it ->
            new Row(
                "the chunks `%.160s`".formatted(it),
                GOOD.with("Transfer-Encoding: chunked").saying(it),
                BROKEN));
  }

  private static String chunk(String text) {
    return "%x\r\n%s\r\n".formatted(text.length(), text);
  }

  private static Stream<Row> edges() {
    return Stream.of(
        new Row(
            "a body of a byte too many", GOOD.saying("x".repeat(1_048_577)), "413 -32600 closed"),
        new Row(
            "chunks of a byte too many",
            GOOD.with("Transfer-Encoding: chunked")
                .saying(
                    "80000\r\n"
                        + "x".repeat(0x80000)
                        + "\r\n80001\r\n"
                        + "x".repeat(0x80001)
                        + "\r\n0\r\n\r\n"),
            "413 -32600 closed"),
        new Row(
            "large headers",
            GOOD.with("X-Large: " + "x".repeat(20_000)),
            "431 headers_too_large closed"),
        new Row(
            "a large authorization",
            GOOD.instead("Authorization: Bearer " + "x".repeat(20_000)),
            "431 headers_too_large closed"),
        new Row(
            "a long address",
            GOOD.starting("POST /mcp?" + "x".repeat(5_000) + " HTTP/1.1"),
            "414 uri_too_long closed"),
        new Row("no host", GOOD.without("Host"), "400 -32600 closed"),
        new Row("two hosts", GOOD.with("Host: localhost"), "400 -32600 closed"),
        new Row("two lengths", GOOD.with("Content-Length: 5").with("Content-Length: 6"), UNREAD),
        new Row("a length below nothing", GOOD.with("Content-Length: -5"), UNREAD),
        new Row("a length in words", GOOD.with("Content-Length: five"), UNREAD),
        new Row("a length beyond longs", GOOD.with("Content-Length: 99999999999999999999"), UNREAD),
        new Row(
            "an unknown version of HTTP", GOOD.starting("POST /mcp HTTP/9.9"), "400 -32600 closed"),
        new Row("no HTTP", GOOD.starting("nonsense"), UNREAD),
        new Row("a header without a name", GOOD.with(": x"), UNREAD),
        new Row("a header with a NUL", GOOD.with("X-A: a\0b"), UNREAD));
  }

  /// What is asked first is told first.
  private static Stream<Row> order() {
    List<String> origin = List.of("Origin: https://evil.example");
    Post unread = GOOD.saying("nonsense".getBytes(StandardCharsets.US_ASCII));
    return Stream.of(
        new Row(
            "nobody from elsewhere",
            unread.without("Authorization").with(origin.getFirst()),
            FOREIGN),
        new Row(
            "GET from elsewhere",
            unread.starting("GET /mcp HTTP/1.1").with(origin.getFirst()),
            FOREIGN),
        new Row(
            "nobody with a text",
            unread.without("Authorization").instead("Content-Type: text/plain"),
            NOBODY),
        new Row(
            "GET with a text",
            unread.starting("GET /mcp HTTP/1.1").instead("Content-Type: text/plain"),
            NO_POST),
        new Row("a text that is nonsense", unread.instead("Content-Type: text/plain"), NO_JSON),
        new Row(
            "nobody with a body that is announced as too long",
            GOOD.saying("x".repeat(1_048_577)).without("Authorization").with(origin.getFirst()),
            "413 -32600 closed"),
        new Row(
            "nobody with an unknown revision",
            GOOD.without("Authorization").instead(Post.VERSION + "2027-01-01"),
            NOBODY));
  }
}
