package dev.sallyport.bootstrap.door;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a request says of its revision: in the header, in the body, in both, in neither.
final class VersionRows {
  private static final List<String> HEADERS =
      List.of("", "2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26", "2027-01-01", "garbage");

  // a dash where there is nothing wrong
  private static final List<Claim> CLAIMS =
      List.of(
          new Claim("", "-", "-32602", "-", "-", "-", "-32600", "-32600"),
          new Claim(
              "\"2026-07-28\"", "-32020", "-", "-32020", "-32020", "-32020", "-32020", "-32020"),
          new Claim(
              "\"2025-11-25\"",
              "-32020",
              "-32020",
              "-32022",
              "-32020",
              "-32020",
              "-32020",
              "-32020"),
          new Claim(
              "\"2025-06-18\"",
              "-32020",
              "-32020",
              "-32020",
              "-32022",
              "-32020",
              "-32020",
              "-32020"),
          new Claim(
              "\"2025-03-26\"",
              "-32020",
              "-32020",
              "-32020",
              "-32020",
              "-32022",
              "-32020",
              "-32020"),
          new Claim(
              "\"2027-01-01\"",
              "-32020",
              "-32020",
              "-32020",
              "-32020",
              "-32020",
              "-32022",
              "-32020"),
          new Claim(
              "\"garbage\"", "-32020", "-32020", "-32020", "-32020", "-32020", "-32020", "-32022"),
          new Claim("\"\"", "-32020", "-32020", "-32020", "-32020", "-32020", "-32020", "-32020"),
          new Claim("null", "-32020", "-32020", "-32020", "-32020", "-32020", "-32020", "-32020"),
          new Claim(
              "20260728", "-32020", "-32020", "-32020", "-32020", "-32020", "-32020", "-32020"),
          new Claim("true", "-32020", "-32020", "-32020", "-32020", "-32020", "-32020", "-32020"),
          new Claim("{}", "-32020", "-32020", "-32020", "-32020", "-32020", "-32020", "-32020"),
          new Claim(
              "[\"2026-07-28\"]",
              "-32020",
              "-32020",
              "-32020",
              "-32020",
              "-32020",
              "-32020",
              "-32020"));

  private VersionRows() {}

  static Stream<Row> rows() {
    return Stream.of(
            CLAIMS.stream().flatMap(Claim::rows),
            Stream.of(
                    "2026-07-28x",
                    "2026-7-28",
                    "20260728",
                    "latest",
                    "2025-11-25, 2026-07-28",
                    "0",
                    "")
                .map(version ->
                    new Row(
                        "the revision `%s` of an older client".formatted(version),
                        Post.legacy(version, "7", "tools/list", ""),
                        "400 -32600 id 7")),
            capabilities())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> capabilities() {
    return Stream.concat(
        Stream.of("null", "[]", "\"x\"", "5", "true")
            .map(it -> ",\"io.modelcontextprotocol/clientCapabilities\":" + it)
            .flatMap(VersionRows::incapable),
        incapable(""));
  }

  private static Stream<Row> incapable(String capabilities) {
    return Stream.of(
        new Row(
            "capabilities as " + capabilities,
            claiming("\"2026-07-28\"", capabilities).with(Post.VERSION + Post.MODERN),
            "400 -32602 id 7"),
        // what is wrong first is told first
        new Row(
            "an unknown revision and capabilities as " + capabilities,
            claiming("\"2027-01-01\"", capabilities).with(Post.VERSION + "2027-01-01"),
            "400 -32022 id 7"),
        new Row(
            "another method in the header and capabilities as " + capabilities,
            claiming("\"2026-07-28\"", capabilities)
                .with(Post.VERSION + Post.MODERN)
                .instead(Post.METHOD + "tools/call"),
            "400 -32020 id 7"));
  }

  private static Post claiming(String version, String capabilities) {
    return Post.of(
            Words.legacy(
                "7",
                "tools/list",
                "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":%s%s}"
                    .formatted(version, capabilities)))
        .with(Post.METHOD + "tools/list");
  }

  /// What the body claims, and the code for each of [#HEADERS].
  private record Claim(String version, List<String> codes) {
    Claim(String version, String... codes) {
      this(version, List.of(codes));
    }

    Stream<Row> rows() {
      return IntStream.range(0, HEADERS.size())
          .filter(at -> !codes.get(at).equals("-"))
          .mapToObj(at ->
              new Row(
                  "the revision %s under the header `%s`".formatted(version, HEADERS.get(at)),
                  headed(HEADERS.get(at)),
                  "400 %s id 7".formatted(codes.get(at))));
    }

    private Post headed(String header) {
      Post post =
          version.isEmpty()
              ? Post.silent("7", "tools/list", "").with(Post.METHOD + "tools/list")
              : claiming(version, ",\"io.modelcontextprotocol/clientCapabilities\":{}");
      return header.isEmpty() ? post : post.with(Post.VERSION + header);
    }
  }
}
