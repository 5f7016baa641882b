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
@Timeout(value = 300, threadMode = ThreadMode.SEPARATE_THREAD)
class PackagedTest {
  private static final Path SHIPPED = Path.of("target/sallyport").toAbsolutePath();

  private static final int KILLS = 24;

  @TempDir Path folder;

  @Test
  void starts_answers_and_stops_without_a_warning() throws Exception {
    try (HouseProcess house =
        HouseProcess.start(folder, Map.of(), command("serve", "--port", "0"))) {
      house.awaitOpen();
      assertThat(get(house, "/health/readiness")).startsWith("HTTP/1.1 200");
      assertThat(get(house, "/")).contains("<h1>One secure door");
      house.terminate();

      assertThat(house.exitCode()).isZero();
      assertThat(house.output()).doesNotContainIgnoringCase("warn").doesNotContain("Exception");
      assertThat(folder.resolve("data/sallyport.mv.db")).exists();
    }
  }

  /// No door leads to a write yet: what is killed here is the start, the beat and the sealing.
  @Test
  void starts_again_whenever_it_is_killed_and_its_ledger_is_whole() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      try (HouseProcess house =
          HouseProcess.start(folder, Map.of(), command("serve", "--port", "0"))) {
        house.awaitOpen();
        assertThat(get(house, "/health/readiness")).startsWith("HTTP/1.1 200");
        house.kill();
      }
    }
    try (HouseProcess audit = HouseProcess.start(folder, Map.of(), command("audit", "verify"))) {
      assertThat(audit.exitCode()).as(audit.output()).isZero();
    }
  }

  /// Neither a server nor a database is asked, and none is made.
  @Test
  void lists_its_tools_and_leaves_nothing_behind() throws Exception {
    try (HouseProcess tools =
        HouseProcess.start(folder, Map.of(), command("tools", "--markdown"))) {
      assertThat(tools.exitCode()).as(tools.output()).isZero();
      assertThat(tools.output()).startsWith("## Of `gateway`").doesNotContain("WARN");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void holds_no_library_that_only_tests_need() throws Exception {
    try (Stream<Path> libraries = Files.list(SHIPPED.resolve("lib"))) {
      assertThat(libraries.map(library -> library.getFileName().toString()))
          .isNotEmpty()
          .noneMatch(
              name -> name.matches("(junit|assertj|embedded|playwright|archunit|axe|mcp).*"));
    }
  }

  @Test
  void says_what_it_is_made_of() throws Exception {
    assertThat(Files.readString(SHIPPED.resolve("sallyport.sbom.json")))
        .contains("\"bomFormat\" : \"CycloneDX\"", "micronaut-http-server-netty", "Apache-2.0");
  }

  private static List<String> command(String... arguments) {
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + SHIPPED.resolve("jvm.options"),
                "-jar",
                SHIPPED.resolve("sallyport.jar").toString()),
            Stream.of(arguments))
        .toList();
  }

  private static String get(HouseProcess house, String path) {
    try (Wire wire = house.wire()) {
      return wire.send("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(path))
          .readAll();
    }
  }
}
