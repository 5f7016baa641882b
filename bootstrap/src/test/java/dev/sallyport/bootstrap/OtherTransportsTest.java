package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.bootstrap.settings.Setting;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What carries messages besides POST")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class OtherTransportsTest {
  private static final String ASKED =
      " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n";

  @TempDir Path data;

  @Test
  void is_unknown_to_everybody_unless_it_is_switched_on() {
    try (House house = House.in(data)) {
      String good = ASKED.formatted(Assistant.in(data, "ada").key());
      String bad = ASKED.formatted("nonsense");

      assertThat(ask(house, "GET /mcp/ws" + good)).startsWith("HTTP/1.1 404");
      assertThat(ask(house, "GET /mcp/ws" + bad)).startsWith("HTTP/1.1 404");
      assertThat(ask(house, "GET /sse" + good)).startsWith("HTTP/1.1 404");
      assertThat(ask(house, "GET /sse" + bad)).startsWith("HTTP/1.1 404");
      assertThat(ask(house, "POST /messages?sessionId=1" + good)).startsWith("HTTP/1.1 404");
      assertThat(ask(house, "POST /messages" + bad)).startsWith("HTTP/1.1 404");
    }
  }

  @Test
  void greets_whoever_opens_a_socket_if_told_to() throws Exception {
    try (House house =
            House.in(
                data,
                Map.of(Setting.DOOR_WEBSOCKET, "true", Setting.DOOR_WEBSOCKET_HELLO, "true"));
        SocketClient client = SocketClient.at(house, Assistant.in(data, "ada").key(), "mcp")) {
      JsonNode hello = client.hear();

      assertThat(hello.path("method").textValue()).isEqualTo("notifications/hello");
      assertThat(hello.at("/params/serverInfo/name").textValue()).isEqualTo("sallyport");
    }
  }

  @Test
  void is_closed_in_good_order_when_the_house_stops() throws Exception {
    try (HouseProcess house =
        HouseProcess.serve(data, Map.of("SALLYPORT_DOOR_WEBSOCKET", "true"))) {
      String key = Assistant.in(data.resolve("data"), "ada").key();
      try (SocketClient idle = SocketClient.at(house.port(), key);
          SocketClient listening = SocketClient.at(house.port(), key);
          SocketClient asked = SocketClient.at(house.port(), key)) {
        listening.say(Said.listen(1)).hear();
        asked.say(Said.initialize(1, "2025-11-25")).hear();
        asked.say(Said.elicit(2)).hear();
        house.terminate();

        assertThat(idle.closed()).isEqualTo(1001);
        assertThat(listening.hear().at("/result/resultType").textValue()).isEqualTo("complete");
        assertThat(listening.closed()).isEqualTo(1001);
        assertThat(asked.hear().at("/result/isError").booleanValue()).isTrue();
        assertThat(asked.closed()).isEqualTo(1001);
        assertThat(house.exitCode()).isZero();
        assertThat(house.output()).doesNotContain("were cut");
      }
    }
  }

  private static String ask(House house, String request) {
    try (Wire wire = house.wire()) {
      return wire.send(request).readAll();
    }
  }
}
