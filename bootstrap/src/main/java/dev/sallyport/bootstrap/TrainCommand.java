package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.CreateKey;
import dev.sallyport.bootstrap.settings.Given;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.SettingsReader;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tool.Scopes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// Runs the house once over throw-away data, so that the JVM can note what a start needs.
@Command(
    name = "train",
    hidden = true,
    description = "Starts, answers a few requests of its own, and ends.")
final class TrainCommand implements Callable<Integer> {
  private static final List<String> PATHS =
      List.of("/", "/health", "/health/liveness", "/health/readiness", "/status", "/nowhere");

  private static final String ASK =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":{%s}}";

  /// What an assistant asks first.
  private static final List<String> MESSAGES =
      List.of(
          ASK.formatted(
              "initialize",
              "\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},"
                  + "\"clientInfo\":{\"name\":\"train\",\"version\":\"1\"}"),
          ASK.formatted("tools/list", ""),
          ASK.formatted("tools/call", "\"name\":\"whoami\",\"arguments\":{}"));

  @Override
  public Integer call() throws IOException {
    Path data = Files.createTempDirectory("sallyport-train");
    try (Server server = Server.start(SettingsReader.read(given(data)))) {
      for (String path : PATHS) {
        read(connection(server, path, "text/html"));
      }
      String key = key(server.bean(CreateKey.class));
      for (String message : MESSAGES) {
        tell(connection(server, "/mcp", "application/json, text/event-stream"), key, message);
      }
    } finally {
      delete(data);
    }
    return 0;
  }

  /// Nothing from the environment: a training must not reach anybody's database.
  private static Given given(Path data) {
    return new Given(
        Map.of(Setting.LISTEN_PORT, "0", Setting.DATA, data.toString()),
        Map.of(),
        Optional.empty());
  }

  private static String key(CreateKey keys) {
    var wish =
        new CreateKey.Wish(
            new EmailAddress("train@example.org"),
            "training",
            Scopes.NONE,
            Map.of(),
            true,
            Duration.ofHours(1));
    return switch (keys.create(wish)) {
      case CreateKey.Result.Created created -> created.text().reveal();
      case CreateKey.Result.Suspended(), CreateKey.Result.Homeless() ->
          throw new IllegalStateException("a newcomer has a home");
    };
  }

  private static HttpURLConnection connection(Server server, String path, String accepted)
      throws IOException {
    var address = URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestProperty("Accept", accepted);
    connection.setRequestProperty("Connection", "close");
    return connection;
  }

  private static void tell(HttpURLConnection connection, String key, String message)
      throws IOException {
    connection.setDoOutput(true);
    connection.setRequestProperty("Authorization", "Bearer " + key);
    connection.setRequestProperty("Content-Type", "application/json");
    try (OutputStream body = connection.getOutputStream()) {
      body.write(message.getBytes(StandardCharsets.UTF_8));
    }
    String answer = read(connection);
    if (!answer.contains("\"result\"") || answer.contains("\"isError\":true")) {
      throw new IllegalStateException("the door would not be trained: " + answer);
    }
  }

  private static String read(HttpURLConnection connection) throws IOException {
    try (InputStream answer =
        connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
