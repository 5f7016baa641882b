package dev.sallyport.bootstrap;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The packaged house in a process of its own, with the classes of the tests behind its libraries.
///
/// The token stands for a grant on the fixtures of the official suites.
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
    HouseProcess house = HouseProcess.start(folder, Map.of(), command());
    house.awaitOpen();
    return new ConformanceHouse(house, "conformance");
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

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "@" + SHIPPED.resolve("jvm.options"),
        "-cp",
        String.join(
            File.pathSeparator,
            SHIPPED.resolve("sallyport.jar").toString(),
            SHIPPED.resolve("lib") + File.separator + "*",
            TESTS.toString()),
        "dev.sallyport.bootstrap.Main",
        "serve",
        "--port",
        "0");
  }
}
