package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is packaged")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class PackagedTest {
  private static final Path SHIPPED = Path.of("target/sallyport").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void starts_answers_and_stops_without_a_warning() throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + SHIPPED.resolve("jvm.options"),
            "-jar",
            SHIPPED.resolve("sallyport.jar").toString(),
            "serve",
            "--port",
            "0");
    try (HouseProcess house = HouseProcess.start(folder, Map.of(), command)) {
      house.awaitOpen();
      assertThat(get(house, "/health/readiness")).startsWith("HTTP/1.1 200");
      assertThat(get(house, "/")).contains("<h1>One secure door");
      house.terminate();

      assertThat(house.exitCode()).isZero();
      assertThat(house.output()).doesNotContainIgnoringCase("warn").doesNotContain("Exception");
      assertThat(folder.resolve("data/sallyport.mv.db")).exists();
    }
  }

  @Test
  void holds_no_library_that_only_tests_need() throws Exception {
    try (Stream<Path> libraries = Files.list(SHIPPED.resolve("lib"))) {
      assertThat(libraries.map(library -> library.getFileName().toString()))
          .isNotEmpty()
          .noneMatch(name -> name.matches("(junit|assertj|embedded|playwright|archunit|axe).*"));
    }
  }

  @Test
  void says_what_it_is_made_of() throws Exception {
    assertThat(Files.readString(SHIPPED.resolve("sallyport.sbom.json")))
        .contains("\"bomFormat\" : \"CycloneDX\"", "micronaut-http-server-netty", "Apache-2.0");
  }

  private static String get(HouseProcess house, String path) {
    try (Wire wire = house.wire()) {
      return wire.send("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(path))
          .readAll();
    }
  }
}
