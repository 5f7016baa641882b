package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.settings.Setting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A peer that asks and asks and reads no answer")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class DeafPeerTest {
  private static final int AT_ONCE = 200;

  /// More than both systems' buffers hold, which may grow to 32 MiB each way.
  private static final long MOST = 64L * 1024 * 1024;

  private static final String PING = "\u0089\u00fd\1\2\3\4" + "x".repeat(125);
  private static final String HANDSHAKE =
      """
      GET /mcp/ws HTTP/1.1\r
      Host: 127.0.0.1\r
      Upgrade: websocket\r
      Connection: Upgrade\r
      Sec-WebSocket-Version: 13\r
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
      Authorization: Bearer \
      """;

  @TempDir static Path data;
  private static House house;

  @BeforeAll
  static void open() {
    house =
        House.in(
            data,
            Map.of(
                Setting.BODY_TIMEOUT, "2s",
                Setting.DOOR_WEBSOCKET, "true",
                Setting.DOOR_HTTP_SSE, "true"));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mcp", "/go/somewhere", "/sse", "/messages", "/mcp/ws", "/version"})
  void is_not_heard_any_more_and_then_left_while_others_are_served(String path) {
    byte[] requests = bytes(request(path).repeat(AT_ONCE));
    try (var peer = new DeafPeer(house.port())) {
      assertThat(peer.repeats(requests, MOST)).isLessThan(MOST);
      assertThat(others()).startsWith("HTTP/1.1 401");
      assertThat(peer.wasLeft()).isTrue();
    }
  }

  @Test
  void is_not_heard_any_more_over_a_socket_either() {
    try (var peer = new DeafPeer(house.port())) {
      // whatever came before the answer would not be taken for pings
      assertThat(peer.asks(HANDSHAKE + house.key() + "\r\n\r\n")).startsWith("HTTP/1.1 101 ");

      assertThat(peer.repeats(bytes(PING.repeat(AT_ONCE)), MOST)).isLessThan(MOST);
      assertThat(others()).startsWith("HTTP/1.1 401");
      assertThat(peer.wasLeft()).isTrue();
    }
  }

  private static String others() {
    try (Wire wire = house.wire()) {
      return wire.send(request("/mcp/")).readAnswer();
    }
  }

  private static String request(String path) {
    return "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Fill: %s\r\n\r\n"
        .formatted(path, "x".repeat(64));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
