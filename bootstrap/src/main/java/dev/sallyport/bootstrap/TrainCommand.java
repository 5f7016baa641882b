package dev.sallyport.bootstrap;

import dev.sallyport.bootstrap.settings.Given;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.bootstrap.settings.SettingsReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Override
  public Integer call() throws IOException {
    Path data = Files.createTempDirectory("sallyport-train");
    try (Server server = Server.start(SettingsReader.read(given(data)))) {
      for (String path : PATHS) {
        ask(URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path)));
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

  private static void ask(URI address) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestProperty("Accept", "text/html");
    connection.setRequestProperty("Connection", "close");
    try (InputStream answer =
        connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream()) {
      answer.readAllBytes();
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
