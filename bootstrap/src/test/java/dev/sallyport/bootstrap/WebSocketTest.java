package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.bootstrap.settings.Setting;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Over WebSocket, the door")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class WebSocketTest {
  private static final String HANDSHAKE =
      """
      GET /mcp/ws HTTP/1.1\r
      Host: 127.0.0.1\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      """;
  private static final int MEBIBYTE = 1_048_576;
  private static final int SEVERAL = 16;
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  @TempDir static Path data;
  private static House house;

  private Assistant assistant;

  @BeforeAll
  static void open() {
    house = House.in(data, Map.of(Setting.DOOR_WEBSOCKET, "true", Setting.LISTEN_PORT, "0"));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void comes() {
    assistant = Assistant.in(data, "p" + PEOPLE.incrementAndGet());
  }

  @Test
  void answers_each_message_in_a_frame_of_its_own() throws Exception {
    try (SocketClient client = client()) {
      JsonNode answer = client.say(Said.modernCall(7, "test_simple_text")).hear();

      assertThat(answer.path("id").intValue()).isEqualTo(7);
      assertThat(answer.at("/result/content/0/text").textValue())
          .isEqualTo("This is a simple text response for testing.");
    }
  }

  @Test
  void tells_on_the_way_what_comes_ahead_of_an_answer() throws Exception {
    try (SocketClient client = client()) {
      client.say(
          Said.modernCall(1, "test_tool_with_progress")
              .replace("\"_meta\":{", "\"_meta\":{\"progressToken\":\"p\","));

      assertThat(List.of(client.hear(), client.hear(), client.hear()))
          .extracting(it -> it.at("/params/progress").intValue())
          .containsExactly(0, 50, 100);
      assertThat(client.hear().path("id").intValue()).isEqualTo(1);
    }
  }

  @Test
  void echoes_the_subprotocol_if_it_is_offered() {
    try (SocketClient client = SocketClient.at(house, assistant.key(), "soap", "mcp");
        SocketClient bare = client()) {
      assertThat(client.subprotocol()).isEqualTo("mcp");
      assertThat(bare.subprotocol()).isEmpty();
    }
  }

  @Test
  void refuses_who_speaks_other_subprotocols_only() {
    assertThat(SocketClient.refused(house, assistant.key(), "soap").statusCode()).isEqualTo(400);
  }

  @Test
  void refuses_who_shows_no_token_before_there_is_a_socket() {
    HttpResponse<?> refused = SocketClient.refused(house, "");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith("Bearer resource_metadata=");
  }

  @Test
  void refuses_a_token_that_is_not_good() {
    HttpResponse<?> refused = SocketClient.refused(house, "sp_" + "0".repeat(49));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"invalid_token\"");
  }

  @Test
  void takes_no_token_out_of_an_address() {
    assertThat(
            answer(
                HANDSHAKE.replace("/mcp/ws", "/mcp/ws?access_token=" + assistant.key()) + "\r\n"))
        .startsWith("HTTP/1.1 401");
  }

  @Test
  void refuses_pages_of_other_origins_and_other_names_of_ours() {
    assertThat(answer(HANDSHAKE + bearer() + "Origin: https://evil.example\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(answer((HANDSHAKE + bearer() + "\r\n").replace("127.0.0.1", "evil.example")))
        .startsWith("HTTP/1.1 403");
    assertThat(answer(HANDSHAKE + bearer() + "Origin: http://localhost:6274\r\n\r\n"))
        .startsWith("HTTP/1.1 101");
  }

  @Test
  void answers_a_handshake_as_the_protocol_of_sockets_wants_it() {
    assertThat(answer(HANDSHAKE + bearer() + "\r\n"))
        .startsWith("HTTP/1.1 101")
        .containsIgnoringCase("\r\nupgrade: websocket\r\n")
        .containsIgnoringCase("\r\nconnection: upgrade\r\n")
        .containsIgnoringCase("\r\nsec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
        .containsIgnoringCase("\r\nx-request-id: ");
  }

  @Test
  void refuses_what_is_no_handshake() {
    assertThat(answer((HANDSHAKE + bearer() + "\r\n").replace("Upgrade: websocket\r\n", "")))
        .startsWith("HTTP/1.1 426")
        .containsIgnoringCase("\r\nupgrade: websocket\r\n");
    assertThat(answer((HANDSHAKE + bearer() + "\r\n").replace("Version: 13", "Version: 8")))
        .startsWith("HTTP/1.1 426")
        .containsIgnoringCase("\r\nsec-websocket-version: 13\r\n");
    assertThat(answer((HANDSHAKE + bearer() + "\r\n").replace("dGhlIHNhbXBsZSBub25jZQ==", "x")))
        .startsWith("HTTP/1.1 400");
  }

  @Test
  void ends_with_who_sends_bytes() {
    try (SocketClient client = client()) {
      assertThat(client.sayBytes(new byte[] {1, 2, 3}).closed()).isEqualTo(1003);
    }
  }

  @Test
  void ends_with_who_sends_too_much_at_once() {
    try (SocketClient client = client()) {
      client.say("\"" + "x".repeat(MEBIBYTE) + "\"");

      assertThat(client.closed()).isEqualTo(1009);
    }
  }

  @Test
  void takes_as_much_as_a_POST_may_bring() throws Exception {
    String message = Said.modernCall(3, "test_simple_text");
    try (SocketClient client = client()) {
      client.say(message + " ".repeat(MEBIBYTE - message.length()));

      assertThat(client.hear().path("id").intValue()).isEqualTo(3);
    }
  }

  @Test
  void ends_with_a_frame_that_is_too_large_by_itself_and_with_one_that_is_none() {
    assertThat(closeCode(new byte[] {(byte) 0x81, (byte) 0xFF, 0, 0, 0, 0, 0, 0x20, 0, 0}))
        .isEqualTo(1009);
    assertThat(closeCode(new byte[] {(byte) 0x81, 0x01, 'x'})).isEqualTo(1002);
  }

  @Test
  void tells_what_is_wrong_with_a_message_and_goes_on() throws Exception {
    try (SocketClient client = client()) {
      assertThat(client.say("{").hear().at("/error/code").intValue()).isEqualTo(-32700);
      assertThat(client.say("{}").hear().at("/error/code").intValue()).isEqualTo(-32600);
      assertThat(client.say(Said.modern(1, "nonsense", "")).hear().at("/error/code").intValue())
          .isEqualTo(-32601);
      assertThat(client.say(Said.modernCall(2, "test_simple_text")).hear().has("result")).isTrue();
    }
  }

  @Test
  void remembers_the_revision_that_was_agreed_on() throws Exception {
    String batch = "[" + Said.legacy(1, "ping", "") + "]";
    try (SocketClient client = client()) {
      assertThat(client.say(batch).hear().isArray()).isTrue();
      client.say(Said.initialize(2, "2025-06-18"));
      assertThat(client.hear().at("/result/protocolVersion").textValue()).isEqualTo("2025-06-18");

      assertThat(client.say(batch).hear().at("/error/code").intValue()).isEqualTo(-32600);
      assertThat(client.say(Said.legacy(3, "ping", "")).hear().path("id").intValue()).isEqualTo(3);
    }
  }

  @Test
  void asks_a_person_in_between_and_answers_others_meanwhile() throws Exception {
    try (SocketClient client = client()) {
      client.say(Said.initialize(1, "2025-11-25")).hear();
      JsonNode question = client.say(Said.elicit(2)).hear();
      assertThat(question.path("method").textValue()).isEqualTo("elicitation/create");
      assertThat(client.say(Said.call(3, "test_simple_text")).hear().path("id").intValue())
          .isEqualTo(3);
      JsonNode answer = client.say(Said.accepting(question.path("id").textValue())).hear();

      assertThat(answer.path("id").intValue()).isEqualTo(2);
      assertThat(answer.at("/result/content/0/text").textValue()).contains("action=accept", "Ada");
    }
  }

  @Test
  void takes_the_reply_to_its_question_from_another_connection_of_the_grant() throws Exception {
    try (SocketClient client = client();
        SocketClient other = client()) {
      client.say(Said.initialize(1, "2025-11-25")).hear();
      JsonNode question = client.say(Said.elicit(2)).hear();
      other.say(Said.accepting(question.path("id").textValue()));

      assertThat(client.hear().path("id").intValue()).isEqualTo(2);
    }
  }

  @Test
  void forgets_what_is_cancelled_and_only_that() throws Exception {
    try (SocketClient client = client()) {
      client.say(Said.listen(1)).hear();
      client.say(Said.listen(2)).hear();
      assertThat(client.say(Said.listen(1)).hear().at("/error/code").intValue()).isEqualTo(-32600);
      client.say(Said.cancel(1)).say(Said.cancel(99)).say(Said.listen(1));

      assertThat(client.hear().path("method").textValue())
          .isEqualTo("notifications/subscriptions/acknowledged");
      assertThat(client.say(Said.listen(2)).hear().at("/error/code").intValue()).isEqualTo(-32600);
    }
  }

  @Test
  void has_sixteen_requests_under_way_and_no_more() throws Exception {
    try (SocketClient client = client()) {
      client.say(Said.initialize(100, "2025-11-25")).hear();
      for (int id = 0; id < SEVERAL; id++) {
        client.say(Said.listen(id)).hear();
      }
      JsonNode refused = client.say(Said.call(101, "test_simple_text")).hear();
      client.say(Said.cancel(0)).say(Said.call(102, "test_simple_text"));

      assertThat(refused.path("id").intValue()).isEqualTo(101);
      assertThat(refused.at("/error/code").intValue()).isEqualTo(-31429);
      assertThat(client.hear().path("id").intValue()).isEqualTo(102);
    }
  }

  @Test
  void has_sixteen_connections_of_a_grant_and_no_more() {
    List<SocketClient> open =
        new ArrayList<>(IntStream.range(0, SEVERAL).mapToObj(_ -> client()).toList());
    try {
      assertThat(SocketClient.refused(house, assistant.key()).statusCode()).isEqualTo(429);
      try (SocketClient other =
          SocketClient.at(house, Assistant.in(data, "q" + PEOPLE.incrementAndGet()).key())) {
        assertThat(other.subprotocol()).isEmpty();
      }
      open.removeLast().sayBytes(new byte[1]).closed();
      open.add(waitForRoom());
    } finally {
      open.forEach(SocketClient::close);
    }
  }

  @Test
  void ends_with_who_says_something_after_the_key_was_revoked() throws Exception {
    try (SocketClient client = client()) {
      client.say(Said.modernCall(1, "test_simple_text")).hear();
      assistant.loseKey();
      client.say(Said.modernCall(2, "test_simple_text"));

      assertThat(client.closed()).isEqualTo(1008);
    }
  }

  @Test
  void ends_with_who_says_nothing_after_the_key_was_revoked() {
    try (SocketClient client = client()) {
      assistant.loseKey();

      assertThat(client.closed()).isEqualTo(1008);
    }
  }

  @Test
  void tells_no_more_of_what_happens_than_the_client_wants_to_hear() throws Exception {
    try (SocketClient client = client()) {
      client.say(Said.initialize(1, "2025-11-25")).hear();
      client.say(Said.legacy(2, "logging/setLevel", "\"level\":\"error\"")).hear();

      assertThat(client.say(Said.call(3, "test_tool_with_logging")).hear().path("id").intValue())
          .isEqualTo(3);
    }
  }

  @Test
  void greets_nobody_unless_told_to() throws Exception {
    try (SocketClient client = client()) {
      assertThat(client.say(Said.legacy(1, "ping", "")).hear().has("result")).isTrue();
    }
  }

  private SocketClient client() {
    return SocketClient.at(house, assistant.key());
  }

  private SocketClient waitForRoom() {
    while (true) {
      try {
        return client();
      } catch (RuntimeException _) {
        Thread.onSpinWait();
      }
    }
  }

  private String bearer() {
    return "Authorization: Bearer " + assistant.key() + "\r\n";
  }

  private static String answer(String request) {
    try (Wire wire = house.wire()) {
      return wire.send(request).readAnswer();
    }
  }

  /// What becomes of a connection after these bytes.
  private int closeCode(byte[] frame) {
    try (Wire wire = house.wire()) {
      wire.send(HANDSHAKE + bearer() + "\r\n").readAnswer();
      byte[] last =
          wire.send(new String(frame, StandardCharsets.ISO_8859_1))
              .readAll()
              .getBytes(StandardCharsets.ISO_8859_1);
      return (Byte.toUnsignedInt(last[2]) << 8) + Byte.toUnsignedInt(last[3]);
    }
  }
}
