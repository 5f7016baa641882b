package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.bootstrap.settings.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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

@DisplayName("Over HTTP and SSE, the door")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HttpSseTest {
  private static final int SEVERAL = 16;
  private static final AtomicInteger PEOPLE = new AtomicInteger();

  @TempDir static Path data;
  private static House house;

  private Assistant assistant;

  @BeforeAll
  static void open() {
    house = House.in(data, Map.of(Setting.DOOR_HTTP_SSE, "true"));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void comes() {
    assistant = Assistant.in(data, "s" + PEOPLE.incrementAndGet());
  }

  @Test
  void tells_first_where_messages_go() throws Exception {
    try (StreamClient client = client()) {
      assertThat(client.address()).matches("/messages\\?sessionId=[\\w.-]{64,128}");
    }
  }

  @Test
  void takes_a_message_and_answers_it_in_the_stream() throws Exception {
    try (StreamClient client = client()) {
      assertThat(client.say(Said.initialize(1, "2024-11-05"))).isEqualTo(202);
      assertThat(client.hear().at("/result/protocolVersion").textValue()).isEqualTo("2024-11-05");
      assertThat(client.say(Said.call(2, "test_simple_text"))).isEqualTo(202);
      assertThat(client.hear().at("/result/content/0/text").textValue())
          .isEqualTo("This is a simple text response for testing.");
    }
  }

  @Test
  void asks_a_person_in_between() throws Exception {
    try (StreamClient client = client()) {
      client.say(Said.initialize(1, "2025-11-25"));
      client.hear();
      client.say(Said.elicit(2));
      JsonNode question = client.hear();
      assertThat(question.path("method").textValue()).isEqualTo("elicitation/create");
      assertThat(client.say(Said.accepting(question.path("id").textValue()))).isEqualTo(202);

      assertThat(client.hear().at("/result/content/0/text").textValue())
          .contains("action=accept", "Ada");
    }
  }

  @Test
  void knows_a_session_of_its_grant_alone() throws Exception {
    try (StreamClient client = client()) {
      String other = Assistant.in(data, "s" + PEOPLE.incrementAndGet()).key();
      String message = Said.legacy(1, "ping", "");

      assertThat(client.say(house.origin(), client.address(), other, message)).isEqualTo(404);
      assertThat(client.say(house.origin(), "/messages?sessionId=x", assistant.key(), message))
          .isEqualTo(404);
      assertThat(client.say(house.origin(), "/messages", assistant.key(), message)).isEqualTo(404);
      assertThat(client.say(house.origin(), client.address(), "nonsense", message)).isEqualTo(401);
    }
  }

  @Test
  void asks_of_everybody_what_it_asks_at_POST() {
    String end = "\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
    String bearer = "Authorization: Bearer " + assistant.key() + "\r\n";

    assertThat(ask("GET /sse HTTP/1.1" + end + "\r\n"))
        .startsWith("HTTP/1.1 401")
        .containsIgnoringCase("\r\nwww-authenticate: Bearer resource_metadata=");
    assertThat(ask("GET /sse HTTP/1.1" + end + bearer + "Origin: https://evil.example\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(ask("POST /messages HTTP/1.1" + end + bearer + "Origin: null\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
    assertThat(ask("POST /sse HTTP/1.1" + end + bearer + "Content-Length: 0\r\n\r\n"))
        .startsWith("HTTP/1.1 405");
    assertThat(ask("GET /messages HTTP/1.1" + end + bearer + "\r\n")).startsWith("HTTP/1.1 405");
  }

  @Test
  void says_what_each_of_its_addresses_takes() {
    String end = "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";

    assertThat(ask("OPTIONS /sse HTTP/1.1" + end))
        .startsWith("HTTP/1.1 204")
        .containsIgnoringCase("\r\nallow: GET, OPTIONS\r\n");
    assertThat(ask("OPTIONS /messages HTTP/1.1" + end))
        .startsWith("HTTP/1.1 204")
        .containsIgnoringCase("\r\nallow: POST, OPTIONS\r\n");
  }

  @Test
  void says_at_once_what_is_no_JSON() throws Exception {
    try (StreamClient client = client()) {
      assertThat(client.say("{")).isEqualTo(400);
    }
  }

  @Test
  void has_sixteen_streams_of_a_grant_and_no_more() throws Exception {
    List<StreamClient> open = new ArrayList<>();
    try {
      for (int number = 0; number < SEVERAL; number++) {
        open.add(client());
      }
      try (StreamClient refused = client()) {
        assertThat(refused.status()).isEqualTo(429);
      }
    } finally {
      open.forEach(StreamClient::close);
    }
  }

  @Test
  void ends_the_stream_after_the_key_was_revoked() throws Exception {
    try (StreamClient client = client()) {
      assistant.loseKey();
      client.awaitEnd();

      assertThat(client.say(Said.legacy(1, "ping", ""))).isEqualTo(401);
    }
  }

  @Test
  void ends_the_stream_when_it_stops(@TempDir Path folder) throws Exception {
    House other = House.in(folder, Map.of(Setting.DOOR_HTTP_SSE, "true"));
    try (StreamClient client = StreamClient.at(other.port(), Assistant.in(folder, "ada").key())) {
      client.say(Said.initialize(1, "2025-11-25"));
      client.hear();
      client.say(Said.elicit(2));
      client.hear();
      other.close();

      assertThat(client.hear().at("/result/isError").booleanValue()).isTrue();
      client.awaitEnd();
    }
  }

  private StreamClient client() throws Exception {
    return StreamClient.at(house.port(), assistant.key());
  }

  private static String ask(String request) {
    try (Wire wire = house.wire()) {
      return wire.send(request).readAll();
    }
  }
}
