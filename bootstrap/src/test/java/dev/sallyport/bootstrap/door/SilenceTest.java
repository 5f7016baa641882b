package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.Wire;
import dev.sallyport.bootstrap.settings.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A stream that is silent for longer than a connection may be idle")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class SilenceTest {
  private static final String REVISION = "2025-11-25";
  private static final Pattern QUESTION =
      Pattern.compile("\"id\":\"([^\"]+)\",\"method\":\"elicitation/create\"");
  private static final Pattern ANSWER = Pattern.compile("(action=accept)");
  private static final Pattern BEGUN = Pattern.compile("(subscriptions/acknowledged)");
  private static final Pattern CHANGED = Pattern.compile("(prompts/list_changed)");

  @TempDir static Path data;
  private static House house;
  private static String key;

  @BeforeAll
  static void open() {
    house = House.in(data, Map.of(Setting.IDLE_TIMEOUT, "500ms"));
    key = house.key();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void still_takes_the_reply_to_its_question() throws Exception {
    Post asking =
        Post.legacy(
            REVISION,
            "7",
            "tools/call",
            "\"name\":\"test_elicitation\",\"arguments\":{\"message\":\"Who?\"}");
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), house.port());
        var lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.getOutputStream().write(asking.bytes(key));
      String question = next(lines, QUESTION);
      whileAnotherIsIdle();

      assertThat(reply(question)).isEqualTo(202);
      assertThat(next(lines, ANSWER)).isEqualTo("action=accept");
    }
  }

  @Test
  void still_tells_of_changes() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), house.port());
        var lines =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket.getOutputStream().write(listening().bytes(key));
      next(lines, BEGUN);
      whileAnotherIsIdle();
      change();

      assertThat(next(lines, CHANGED)).isNotEmpty();
    }
  }

  @Test
  void still_tells_of_them_over_http_2() throws Exception {
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      http.send(get("/version"), HttpResponse.BodyHandlers.discarding());
      var stream = http.send(overHttp2(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(stream.version()).isEqualTo(HttpClient.Version.HTTP_2);
      try (var lines =
          new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
        next(lines, BEGUN);
        whileAnotherIsIdle();
        change();

        assertThat(next(lines, CHANGED)).isNotEmpty();
      }
    }
  }

  private static void whileAnotherIsIdle() {
    try (Wire idle = house.wire()) {
      assertThat(idle.send("GET /health/liveness HTTP/1.1\r\nHost: x\r\n\r\n").readAll())
          .startsWith("HTTP/1.1 200");
    }
  }

  private static int reply(String question) {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"result\":{\"action\":\"accept\",\"content\":{\"name\":\"Ada\"}}}"
            .formatted(question);
    try (Client client = new Client(house.port())) {
      return client.ask(Post.of(body).with(Post.VERSION + REVISION), key).status();
    }
  }

  private static void change() {
    try (Client client = new Client(house.port())) {
      client.ask(Post.tool("1", "test_trigger_prompt_change", ""), key);
    }
  }

  private static Post listening() {
    return Post.modern(
        "7", "subscriptions/listen", "\"notifications\":{\"promptsListChanged\":true}");
  }

  private static HttpRequest overHttp2() {
    return HttpRequest.newBuilder(URI.create(house.origin() + "/mcp"))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json, text/event-stream")
        .header("MCP-Protocol-Version", Post.MODERN)
        .header("Mcp-Method", "subscriptions/listen")
        .POST(HttpRequest.BodyPublishers.ofByteArray(listening().body()))
        .build();
  }

  private static HttpRequest get(String path) {
    return HttpRequest.newBuilder(URI.create(house.origin() + path)).build();
  }

  private static String next(BufferedReader lines, Pattern pattern) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher found = pattern.matcher(line);
      if (found.find()) {
        return found.group(1);
      }
    }
    throw new AssertionError("the stream ended");
  }
}
