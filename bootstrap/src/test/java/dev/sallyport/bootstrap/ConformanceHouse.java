package dev.sallyport.bootstrap;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The packaged house in a process of its own, with the classes of the tests behind its libraries.
///
/// The token is a key made as an operator makes one, by a command beside the running server.
final class ConformanceHouse implements OpenDoor {
  private static final Path SHIPPED = Path.of("target/sallyport").toAbsolutePath();
  private static final Path TESTS = Path.of("target/test-classes").toAbsolutePath();

  private final HouseProcess house;
  private final String token;

  private ConformanceHouse(HouseProcess house, String token) {
    this.house = house;
    this.token = token;
  }

  static ConformanceHouse in(Path folder) throws InterruptedException {
    HouseProcess house =
        HouseProcess.start(
            folder, Map.of("SALLYPORT_DOOR_WEBSOCKET", "true"), command("serve", "--port", "0"));
    house.awaitOpen();
    return new ConformanceHouse(house, key(folder));
  }

  private static String key(Path folder) throws InterruptedException {
    try (HouseProcess making =
        HouseProcess.start(
            folder,
            Map.of(),
            command("keys", "create", "--person", "suite@example.org", "--name", "suite"))) {
      int ended = making.exitCode();
      return making
          .output()
          .lines()
          .filter(line -> line.startsWith("sp_"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("ended with " + ended));
    }
  }

  @Override
  public URI url() {
    return URI.create("http://127.0.0.1:" + house.port() + "/mcp");
  }

  @Override
  public String token() {
    return token;
  }

  @Override
  public void close() {
    house.close();
  }

  private static List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + SHIPPED.resolve("jvm.options"),
                "-cp",
                String.join(
                    File.pathSeparator,
                    SHIPPED.resolve("sallyport.jar").toString(),
                    SHIPPED.resolve("lib") + File.separator + "*",
                    TESTS.toString()),
                "dev.sallyport.bootstrap.Main"));
    command.addAll(List.of(arguments));
    return command;
  }
}
