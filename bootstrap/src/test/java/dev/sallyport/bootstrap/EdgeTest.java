package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.settings.Setting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The edge")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class EdgeTest {
  private static final String HEALTH = "GET /health/liveness HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final int CONNECTIONS = 20;
  private static final int TWO_MIB = 2 * 1024 * 1024;

  @TempDir static Path data;
  private static House house;

  @BeforeAll
  static void open() {
    house =
        House.in(
            data,
            Map.of(
                Setting.HEADER_TIMEOUT, "700ms",
                Setting.BODY_TIMEOUT, "700ms",
                Setting.IDLE_TIMEOUT, "2s",
                Setting.CONNECTIONS_PER_ADDRESS, "" + CONNECTIONS));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void refuses_a_body_of_two_mebibytes_that_says_its_length() {
    assertRefused(
        answerTo(
            "POST /test/length HTTP/1.1\r\nHost: x\r\nContent-Length: "
                + TWO_MIB
                + "\r\n\r\n"
                + "x".repeat(TWO_MIB)),
        413,
        "too_large");
  }

  @Test
  void refuses_a_body_of_two_mebibytes_that_comes_in_chunks() {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

    assertRefused(
        answerTo(
            "POST /test/length HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunk.repeat(32)
                + "0\r\n\r\n"),
        413,
        "too_large");
  }

  @Test
  void refuses_a_body_that_is_too_large_before_it_is_sent() {
    try (Wire wire = house.wire()) {
      String answer =
          wire.send(
                  "POST /test/length HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: "
                      + TWO_MIB
                      + "\r\n\r\n")
              .readAll();
      assertRefused(answer, 413, "too_large");
    }
  }

  @Test
  void hears_whoever_sends_before_they_read_to_the_end_so_that_they_can_read_why() {
    String piece = "x".repeat(65_536);
    int pieces = 800;
    try (Wire wire = house.wire()) {
      wire.send(
          "POST /test/length HTTP/1.1\r\nHost: x\r\nContent-Length: "
              + pieces * piece.length()
              + "\r\n\r\n");
      for (int sent = 0; sent < pieces; sent++) {
        wire.send(piece);
      }
      assertRefused(wire.readAll(), 413, "too_large");
    }
  }

  @Test
  void refuses_what_is_meant_for_the_door_in_words_that_clients_and_browsers_of_it_understand() {
    assertThat(
            answerTo(
                "POST /mcp HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Length: "
                    + TWO_MIB
                    + "\r\n\r\n"))
        .startsWith("HTTP/1.1 413")
        .containsIgnoringCase("\r\nAccess-Control-Allow-Origin: http://localhost\r\n")
        .containsIgnoringCase("\r\nContent-Security-Policy: ")
        .contains("\"jsonrpc\":\"2.0\"", "\"code\":-32600");
  }

  @Test
  void tells_no_page_of_elsewhere_more_for_that() {
    assertThat(
            answerTo(
                "POST /mcp HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\nContent-Length: "
                    + TWO_MIB
                    + "\r\n\r\n"))
        .startsWith("HTTP/1.1 413")
        .doesNotContainIgnoringCase("Access-Control");
  }

  @Test
  void refuses_so_what_never_came_whole() {
    try (Wire slow = house.wire()) {
      assertThat(
              slow.send(
                      "POST /mcp HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                          + house.key()
                          + "\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\nhalf")
                  .readAll())
          .startsWith("HTTP/1.1 408")
          .contains("\"jsonrpc\":\"2.0\"", "\"code\":-32600");
    }
  }

  @Test
  void takes_a_body_of_exactly_one_mebibyte() {
    int oneMib = 1024 * 1024;

    assertThat(
            answerTo(
                "POST /test/length HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                    + oneMib
                    + "\r\n\r\n"
                    + "x".repeat(oneMib)))
        .startsWith("HTTP/1.1 200")
        .endsWith("1048576");
  }

  @Test
  void ends_a_connection_whose_body_never_ends_though_nobody_waits_for_it() {
    try (Wire slow = house.wire()) {
      assertThat(
              slow.send("POST /status HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf")
                  .readAll())
          .startsWith("HTTP/1.1 405");
    }
  }

  @Test
  void refuses_headers_that_are_too_large() {
    assertRefused(
        answerTo("GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n"),
        431,
        "headers_too_large");
  }

  @Test
  void refuses_too_many_headers() {
    assertRefused(
        answerTo("GET / HTTP/1.1\r\nHost: x\r\n" + "X-Many: x\r\n".repeat(4_000) + "\r\n"),
        431,
        "headers_too_large");
  }

  @Test
  void refuses_an_address_that_is_too_long() {
    assertRefused(
        answerTo("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"),
        414,
        "uri_too_long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONSENSE\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nno colon here\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "GET / HTTP/3.0\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
      })
  void refuses_what_is_not_http(String request) {
    assertRefused(answerTo(request), 400, "bad_request");
  }

  @Test
  void ends_a_connection_whose_headers_trickle() {
    try (Wire slow = house.wire()) {
      assertRefused(
          slow.send("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ").readAll(), 408, "request_timeout");
    }
  }

  @Test
  void ends_a_connection_that_says_nothing() {
    try (Wire silent = house.wire()) {
      assertThat(silent.readAll()).isEmpty();
    }
  }

  @Test
  void ends_a_connection_whose_body_never_ends() {
    try (Wire slow = house.wire()) {
      assertRefused(
          slow.send("POST /test/length HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf")
              .readAll(),
          408,
          "request_timeout");
    }
  }

  @Test
  void ends_a_connection_that_trickles_its_second_request() {
    try (Wire slow = house.wire()) {
      assertThat(slow.send(HEALTH).readAnswer()).startsWith("HTTP/1.1 200");
      assertRefused(slow.send("GET / HTT").readAll(), 408, "request_timeout");
    }
  }

  @Test
  void closes_a_connection_that_stays_idle_after_an_answer() {
    try (Wire idle = house.wire()) {
      assertThat(idle.send(HEALTH).readAnswer()).startsWith("HTTP/1.1 200");
      assertThat(idle.readAll()).isEmpty();
    }
  }

  @Test
  void takes_no_connection_for_idle_whose_answer_is_being_made() {
    try (Wire waiting = house.wire()) {
      assertThat(waiting.send(request("/test/slow")).readAnswer()).endsWith("slow and whole");
      assertThat(waiting.readAll()).isEmpty();
    }
  }

  @Test
  void takes_no_http_2_connection_for_idle_one_of_whose_answers_is_being_made() throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      client.send(get("/version"), HttpResponse.BodyHandlers.ofString());
      HttpResponse<String> slow =
          client.send(get("/test/slow"), HttpResponse.BodyHandlers.ofString());

      assertThat(slow.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(slow.body()).isEqualTo("slow and whole");
    }
  }

  @Test
  void takes_an_http_2_connection_for_idle_whose_peer_let_go_of_all_it_asked_for() {
    String headers =
        field(":method", "GET")
            + field(":scheme", "http")
            + field(":path", "/test/never")
            + field(":authority", "a");

    assertThat(
            answerTo(
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
                    + "\0\0\0\4\0\0\0\0\0"
                    + "\0\0%c\1\5\0\0\0\1".formatted(headers.length())
                    + headers
                    + "\0\0\4\3\0\0\0\0\1"
                    + "\0\0\0\10"))
        .startsWith("\0\0");
  }

  @Test
  void keeps_answering_others_while_one_address_holds_all_it_may() {
    List<Wire> held =
        IntStream.range(0, CONNECTIONS)
            .mapToObj(_ -> new Wire("127.0.0.1", house.port(), "127.0.0.2"))
            .toList();
    held.forEach(wire -> assertThat(wire.send(HEALTH).readAnswer()).startsWith("HTTP/1.1 200"));
    try (Wire oneMore = new Wire("127.0.0.1", house.port(), "127.0.0.2");
        Wire other = new Wire("127.0.0.1", house.port(), "127.0.0.3")) {
      assertRefused(oneMore.readAll(), 429, "too_many_connections");
      assertThat(other.send(HEALTH).readAnswer()).startsWith("HTTP/1.1 200");
    } finally {
      held.forEach(Wire::close);
    }
  }

  @Test
  void admits_an_address_again_once_its_connections_are_gone() {
    for (int n = 0; n < 3 * CONNECTIONS; n++) {
      try (Wire wire = new Wire("127.0.0.1", house.port(), "127.0.0.4")) {
        assertThat(
                wire.send("GET /health/liveness HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .readAll())
            .startsWith("HTTP/1.1 200");
      }
    }
  }

  @Test
  void answers_requests_that_were_sent_in_one_go_in_their_order() {
    try (Wire wire = house.wire()) {
      wire.send(request("/version") + request("/uptime") + request("/health/liveness"));
      assertThat(List.of(wire.readAnswer(), wire.readAnswer(), wire.readAnswer()))
          .satisfiesExactly(
              one -> assertThat(one).contains("\"version\""),
              two -> assertThat(two).contains("\"uptimeSeconds\""),
              three -> assertThat(three).contains("\"status\""));
    }
  }

  @Test
  void answers_what_came_before_a_broken_request_first() {
    try (Wire wire = house.wire()) {
      String all = wire.send(request("/version") + "NONSENSE\r\n\r\n").readAll();
      assertThat(all).startsWith("HTTP/1.1 200").contains("\"version\"").contains("HTTP/1.1 400");
    }
  }

  @Test
  void is_well_after_everything_that_it_refused() {
    answerTo("NONSENSE\r\n\r\n");
    answerTo("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + TWO_MIB + "\r\n\r\n");

    assertThat(answerTo("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @MethodSource("requestsOfEveryKind")
  void puts_its_guards_on_every_answer(String request) {
    assertThat(answerTo(request))
        .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff\r\n")
        .containsIgnoringCase("\r\nX-Frame-Options: DENY\r\n")
        .containsIgnoringCase("\r\nReferrer-Policy: no-referrer\r\n")
        .containsIgnoringCase("\r\nContent-Security-Policy: default-src 'none'")
        .containsIgnoringCase("\r\nCross-Origin-Opener-Policy: same-origin\r\n")
        .containsIgnoringCase("\r\nPermissions-Policy: ")
        .containsIgnoringCase("\r\nCache-Control: ")
        .containsIgnoringCase("\r\nX-Request-ID: ");
  }

  static Stream<String> requestsOfEveryKind() {
    return Stream.of(
        closing("GET", "/"),
        closing("HEAD", "/"),
        closing("GET", "/health"),
        closing("GET", "/status"),
        closing("GET", "/nowhere"),
        closing("GET", "/assets/nothing.css"),
        closing("DELETE", "/status"),
        closing("OPTIONS", "/"),
        closing("TRACE", "/"),
        closing("BREW", "/"),
        "NONSENSE\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n",
        "GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + TWO_MIB + "\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
            + "HTTP2-Settings: AAMAAABkAAQAAP__\r\nContent-Length: "
            + TWO_MIB
            + "\r\n\r\n");
  }

  @Test
  void names_the_methods_that_an_address_takes() {
    assertThat(answerTo(closing("DELETE", "/status")))
        .startsWith("HTTP/1.1 405")
        .containsIgnoringCase("\r\nAllow: ")
        .contains("\"code\":\"method_not_allowed\"");
  }

  @Test
  void tells_browsers_to_come_back_encrypted_only_where_people_use_https() {
    assertThat(answerTo(closing("GET", "/")))
        .doesNotContainIgnoringCase("Strict-Transport-Security");
  }

  @Test
  void echoes_a_request_id_that_is_harmless() {
    assertThat(answerTo(withRequestId("client-4711.a_b")))
        .contains("X-Request-ID: client-4711.a_b\r\n");
  }

  @Test
  void refuses_under_the_request_id_that_the_peer_chose() {
    String answer =
        answerTo(
            "POST / HTTP/1.1\r\nHost: x\r\nX-Request-ID: client-4711\r\nContent-Length: "
                + TWO_MIB
                + "\r\n\r\n");

    assertRefused(answer, 413, "too_large");
    assertThat(answer)
        .contains("X-Request-ID: client-4711\r\n")
        .contains("\"requestId\":\"client-4711\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "has spaces in it",
        "<script>alert(1)</script>",
        "-starts-with-a-dash",
        "new\\nline-4711"
      })
  void makes_its_own_request_id_instead_of_one_that_is_not(String id) {
    assertThat(answerTo(withRequestId(id)))
        .doesNotContain(id)
        .containsPattern("X-Request-ID: [0-9a-f]{24}\r\n");
  }

  @Test
  void makes_its_own_request_id_instead_of_one_that_is_too_long() {
    assertThat(answerTo(withRequestId("x".repeat(65))))
        .containsPattern("X-Request-ID: [0-9a-f]{24}\r\n");
  }

  @Test
  void speaks_http_2_without_encryption_to_those_who_ask() throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpResponse<String> first =
          client.send(get("/version"), HttpResponse.BodyHandlers.ofString());
      HttpResponse<String> second =
          client.send(get("/nowhere"), HttpResponse.BodyHandlers.ofString());

      assertThat(List.of(first.version(), second.version()))
          .containsOnly(HttpClient.Version.HTTP_2);
      assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(200, 404);
      assertThat(second.headers().firstValue("x-content-type-options")).contains("nosniff");
    }
  }

  @Test
  void refuses_a_body_that_is_too_large_over_http_2_too() throws Exception {
    HttpRequest large =
        HttpRequest.newBuilder(URI.create(house.origin() + "/test/length"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[TWO_MIB]))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      client.send(get("/version"), HttpResponse.BodyHandlers.ofString());

      assertThat(client.send(large, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(413);
    }
  }

  @Test
  void refuses_headers_and_addresses_that_are_too_large_over_http_2_with_its_guards()
      throws Exception {
    HttpRequest headers =
        HttpRequest.newBuilder(URI.create(house.origin() + "/version"))
            .header("X-Large", "x".repeat(20_000))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      client.send(get("/version"), HttpResponse.BodyHandlers.ofString());
      var large = client.send(headers, HttpResponse.BodyHandlers.ofString());
      var longer = client.send(get("/" + "x".repeat(5_000)), HttpResponse.BodyHandlers.ofString());

      assertThat(List.of(large.version(), longer.version()))
          .containsOnly(HttpClient.Version.HTTP_2);
      assertThat(List.of(large.statusCode(), longer.statusCode())).containsExactly(431, 414);
      assertThat(large.headers().firstValue("content-security-policy")).isPresent();
      assertThat(large.headers().firstValue("x-request-id")).isPresent();
    }
  }

  @Test
  void answers_an_http_2_request_that_contradicts_itself_about_the_host() {
    String headers =
        field(":method", "GET")
            + field(":scheme", "http")
            + field(":path", "/version")
            + field(":authority", "a")
            + field("host", "b");

    assertThat(
            answerTo(
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
                    + "\0\0\0\4\0\0\0\0\0"
                    + "\0\0%c\1\5\0\0\0\1".formatted(headers.length())
                    + headers))
        .contains("\"code\":\"bad_request\"");
  }

  @Test
  void lets_go_of_an_answer_over_http_2_that_its_peer_takes_nothing_of() {
    String headers =
        field(":method", "GET")
            + field(":scheme", "http")
            + field(":path", "/version")
            + field(":authority", "a");
    String noWindow = "\0\4\0\0\0\0";

    assertThat(
            answerTo(
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
                    + "\0\0\6\4\0\0\0\0\0"
                    + noWindow
                    + "\0\0%c\1\5\0\0\0\1".formatted(headers.length())
                    + headers))
        .contains("\0\0\4\3\0\0\0\0\1" + "\0\0\0\10")
        .doesNotContain("\"version\"");
  }

  /// One header of HTTP/2, written out in full (RFC 7541, section 6.2.2).
  private static String field(String name, String value) {
    return "\0%c%s%c%s".formatted(name.length(), name, value.length(), value);
  }

  private static HttpRequest get(String path) {
    return HttpRequest.newBuilder(URI.create(house.origin() + path)).build();
  }

  private static String request(String path) {
    return "GET %s HTTP/1.1\r\nHost: x\r\n\r\n".formatted(path);
  }

  private static String closing(String method, String path) {
    return "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(method, path);
  }

  private static String withRequestId(String id) {
    return "GET /version HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Request-ID: %s\r\n\r\n"
        .formatted(id);
  }

  private static String answerTo(String request) {
    try (Wire wire = house.wire()) {
      return wire.sendWhatItTakes(request).readAll();
    }
  }

  private static void assertRefused(String answer, int status, String code) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("\"code\":\"" + code + "\"")
        .containsIgnoringCase("\r\nconnection: close\r\n");
  }
}
