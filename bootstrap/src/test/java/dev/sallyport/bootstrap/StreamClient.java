package dev.sallyport.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/// A client of HTTP+SSE: one open stream, and a POST for each message.
public final class StreamClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String END = "(end)";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final String origin;
  private final String bearer;
  private final HttpResponse<Stream<String>> stream;
  private final String address;

  private StreamClient(String origin, String bearer) throws Exception {
    this.origin = origin;
    this.bearer = bearer;
    this.stream =
        http.send(
            HttpRequest.newBuilder(URI.create(origin + "/sse"))
                .header("Authorization", "Bearer " + bearer)
                .header("Accept", "text/event-stream")
                .build(),
            BodyHandlers.ofLines());
    var _ = Thread.ofVirtual().start(this::read);
    this.address = stream.statusCode() == 200 ? next("endpoint") : "";
  }

  public static StreamClient at(int port, String bearer) throws Exception {
    return new StreamClient("http://127.0.0.1:" + port, bearer);
  }

  int status() {
    return stream.statusCode();
  }

  /// Where messages go.
  public String address() {
    return address;
  }

  /// What becomes of a message by itself.
  public int say(String message) throws Exception {
    return say(origin, address, bearer, message);
  }

  /// The same through another instance, or by somebody else.
  public int say(String where, String to, String by, String message) throws Exception {
    return http.send(
            HttpRequest.newBuilder(URI.create(where + to))
                .header("Authorization", "Bearer " + by)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  public JsonNode hear() throws InterruptedException {
    try {
      return JSON.readTree(hearText());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /// The same as it came.
  public String hearText() throws InterruptedException {
    return next("message");
  }

  /// Waits until the stream has ended.
  void awaitEnd() throws InterruptedException {
    while (!events.take().equals(END)) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private String next(String event) throws InterruptedException {
    String line = events.take();
    if (!line.equals("event: " + event)) {
      throw new AssertionError(line);
    }
    return events.take().substring("data: ".length());
  }

  private void read() {
    try (Stream<String> lines = stream.body()) {
      lines.filter(line -> !line.isEmpty() && !line.startsWith(":")).forEach(events::add);
    } catch (RuntimeException _) {
      // cut is an end, too
    } finally {
      events.add(END);
    }
  }
}
