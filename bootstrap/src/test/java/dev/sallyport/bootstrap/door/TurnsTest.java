package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Requests that are sent one behind the other")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class TurnsTest {
  private static final Post SLOW = new Post("GET /test/while HTTP/1.1", List.of("Host: x"), "");
  private static final Post LIVE =
      new Post("GET /health/liveness HTTP/1.1", List.of("Host: x"), "");
  private static final int MANY = 600;

  @TempDir static Path data;
  private static House house;
  private static String key;

  @BeforeAll
  static void open() {
    house = House.in(data);
    key = house.key();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void are_answered_in_turn_whoever_serves_them() {
    assertThat(
            bodies(
                SLOW,
                ping(1),
                LIVE,
                Post.silent("2", "tools/call", "\"name\":\"test_tool_with_logging\"")
                    .instead("Accept: application/json"),
                SLOW,
                ping(3)))
        .satisfiesExactly(
            body -> assertThat(body).isEqualTo("took a while"),
            body -> assertThat(body).contains("\"id\":1,"),
            body -> assertThat(body).contains("\"status\":\"up\""),
            body -> assertThat(body).contains("\"id\":2,", "Logged three lines"),
            body -> assertThat(body).isEqualTo("took a while"),
            body -> assertThat(body).contains("\"id\":3,"));
  }

  @Test
  void may_be_many() {
    Post[] pings = IntStream.range(0, MANY).mapToObj(TurnsTest::ping).toArray(Post[]::new);

    assertThat(bodies(pings))
        .containsExactlyElementsOf(
            IntStream.range(0, MANY)
                .mapToObj("{\"jsonrpc\":\"2.0\",\"id\":%d,\"result\":{}}"::formatted)
                .toList());
  }

  @Test
  void do_not_wait_for_a_body_that_nobody_wants() {
    assertThat(bodies(ping(1).without("Authorization"), ping(2)))
        .satisfiesExactly(
            body -> assertThat(body).contains("bearer"),
            body -> assertThat(body).contains("\"id\":2,"));
  }

  @Test
  void may_come_in_the_smallest_of_pieces() {
    String spaced = ping(1).raw() + " ".repeat(20_000);
    Post post =
        ping(1)
            .with("Transfer-Encoding: chunked")
            .saying(spaced.replaceAll("(?s)(.)", "1\r\n$1\r\n") + "0\r\n\r\n");

    assertThat(bodies(post, ping(2)))
        .containsExactly(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}");
  }

  @Test
  void are_asked_for_their_body_only_once_it_is_wanted() {
    Post patient = ping(1).with("Expect: 100-continue");
    String head = text(patient.with("Content-Length: " + patient.body().length).saying(""));
    try (Wire wire = house.wire()) {
      assertThat(wire.send(head.replace(key, "nobody")).send(text(ping(2))).readAll())
          .startsWith("HTTP/1.1 401")
          .containsIgnoringCase("connection: close")
          .containsOnlyOnce("HTTP/1.1 ");
    }
    try (Wire wire = house.wire()) {
      assertThat(wire.send(head).readAnswer()).startsWith("HTTP/1.1 100");
      assertThat(wire.send(patient.raw()).readAnswer()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void end_with_the_connection_where_pieces_are_not_known() {
    Post old =
        Post.silent("1", "tools/call", "\"name\":\"test_tool_with_logging\"")
            .starting("POST /mcp HTTP/1.0");

    assertThat(house.wire().send(text(old)).readAll())
        .doesNotContainIgnoringCase("transfer-encoding")
        .containsIgnoringCase("connection: close")
        .contains("Tool execution started", "Logged three lines");
  }

  private static Post ping(int id) {
    return Post.silent("" + id, "ping", "");
  }

  private static String text(Post post) {
    return new String(post.bytes(key), StandardCharsets.ISO_8859_1);
  }

  private static List<String> bodies(Post... posts) {
    var all = new ByteArrayOutputStream();
    for (Post post : posts) {
      all.writeBytes(post.bytes(key));
    }
    List<String> bodies = new ArrayList<>();
    try (var client = new Client(house.port())) {
      client.send(all.toByteArray());
      for (Post _ : posts) {
        bodies.add(client.hear().body());
      }
    }
    return bodies;
  }
}
