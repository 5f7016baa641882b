package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.testbed.Postgres;
import dev.sallyport.adapters.testbed.TcpRelay;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.id.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The keys of a house")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class RingTest {
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String NEXT_KEY = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=";

  @TempDir Path folder;
  private Path ring;

  @BeforeEach
  void name() {
    ring = folder.resolve("data/keyring");
    StoppedHouse.in(folder.resolve("data")).prepare();
  }

  @Nested
  class Are_refused_with_78 {
    @Test
    void when_others_can_read_the_ring() throws Exception {
      told(ring("list"));
      Files.setPosixFilePermissions(ring, PosixFilePermissions.fromString("rw-r--r--"));

      assertRefused(serve(), "`sallyport.data`: other users can read the key file", "chmod 600");
    }

    @Test
    void when_the_ring_is_none() throws Exception {
      told(ring("list"));
      Files.writeString(ring, "canary");

      assertThat(assertRefused(serve(), "does not hold the keys it should", "backup"))
          .doesNotContain("canary");
    }

    @Test
    void when_the_database_was_used_with_another_ring() throws Exception {
      told(ring("list"));
      String id = idOf("server", Files.readString(ring));
      Files.delete(ring);

      assertRefused(serve(), "the database was used with keys that are not here", id, "restore");
      assertThat(ring).doesNotExist();
    }

    @Test
    void when_the_database_was_used_with_another_set_key() throws Exception {
      told(run(Map.of("SALLYPORT_KEYS_SERVER", KEY), "ring", "list"));

      assertRefused(
          run(Map.of("SALLYPORT_KEYS_SERVER", NEXT_KEY), "ring", "list"),
          "`sallyport.keys.server`: the database was used with keys that are not here",
          "`sallyport.keys.others`");
    }
  }

  @Nested
  class Can_be_rotated {
    @Test
    void by_adding_keys_that_are_then_the_current_ones() throws Exception {
      assertEnds(0, ring("rotate", "--signing"), "Added server key", "Added signing key");

      assertThat(told(ring("list", "--json")).lines())
          .filteredOn(line -> line.startsWith("{\"keys\":["))
          .singleElement()
          .asString()
          .containsPattern(
              Pattern.compile(
                  "server\",[^}]*false}.*server\",[^}]*true}.*signing\",[^}]*false}.*signing\",[^}]*true}"));
    }

    @Test
    void without_anything_secret_in_any_output() throws Exception {
      String told =
          told(ring("rotate", "--signing")) + told(ring("list")) + told(ring("list", "--json"));

      assertThat(secrets()).hasSize(4).noneMatch(told::contains);
    }

    @Test
    void but_not_while_a_server_runs_on_the_same_database() throws Exception {
      try (HouseProcess server = HouseProcess.serve(folder, Map.of())) {
        String before = Files.readString(ring);

        assertEnds(69, ring("rotate"), "if a server runs on it, stop that first");
        assertThat(ring).hasContent(before);
        assertThat(server.output()).contains("is open at");
      }
    }

    @Test
    void but_not_while_a_server_works_with_the_same_ring() throws Exception {
      Map<String, String> postgres =
          Map.of(
              "SALLYPORT_DATABASE_URL", Postgres.freshDatabase(),
              "SALLYPORT_DATABASE_USERNAME", Postgres.user());
      try (HouseProcess server = HouseProcess.serve(folder, postgres)) {
        assertEnds(1, run(postgres, "ring", "rotate"), "a server works with the keys");
        assertThat(server.output()).contains("is open at");
      }
      assertEnds(0, run(postgres, "ring", "rotate"), "Added server key");
    }

    @Test
    void where_they_are_settings_by_setting_them() throws Exception {
      told(run(Map.of("SALLYPORT_KEYS_SERVER", KEY), "ring", "list"));

      assertEnds(
          1,
          run(Map.of("SALLYPORT_KEYS_SERVER", KEY), "ring", "rotate"),
          "the server key is a setting");
      assertEnds(
          0,
          run(
              Map.of("SALLYPORT_KEYS_SERVER", NEXT_KEY, "SALLYPORT_KEYS_OTHERS", KEY),
              "ring",
              "rewrap",
              "--json"),
          "{\"added\":[],\"rewrapped\":0,\"stuck\":[]}");
    }
  }

  @Test
  void are_checked_before_anybody_is_let_in_when_the_database_comes_late() throws Exception {
    String database = Postgres.freshDatabase();
    Map<String, String> first =
        Map.of(
            "SALLYPORT_DATABASE_URL", database,
            "SALLYPORT_DATABASE_USERNAME", Postgres.user(),
            "SALLYPORT_KEYS_SERVER", KEY);
    told(run(first, "ring", "list"));
    try (TcpRelay wire = new TcpRelay(Postgres.port())) {
      wire.cut();
      Map<String, String> late =
          Map.of(
              "SALLYPORT_DATABASE_URL",
              database.replace(":" + Postgres.port(), ":" + wire.port()),
              "SALLYPORT_DATABASE_USERNAME",
              Postgres.user(),
              "SALLYPORT_KEYS_SERVER",
              NEXT_KEY);
      try (HouseProcess house = HouseProcess.serve(folder, late)) {
        assertThat(house.output()).contains("they cannot be checked while the database is away");
        wire.mend();
        awaitReadiness(house, "{\"name\":\"database\",\"need\":\"required\",\"status\":\"up\"}");
        assertThat(readiness(house)).startsWith("HTTP/1.1 503");
      }
    }
  }

  @Test
  void of_an_older_version_go_on_to_work() throws Exception {
    StoppedHouse.in(folder.resolve("other")).prepare();
    Path old = Files.writeString(folder.resolve("data/server.key"), KEY);
    Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-------"));

    String set =
        told(run(Map.of("SALLYPORT_KEYS_SERVER", KEY, "SALLYPORT_DATA", "other"), "ring", "list"));
    assertThat(told(ring("list"))).contains(idOf("server", set));
    assertThat(old).doesNotExist();
  }

  @Test
  void of_people_that_cannot_be_opened_are_named() throws Exception {
    PersonId anna = Fresh.person();
    var house = StoppedHouse.in(folder.resolve("data"));
    house.with(it -> it.getBean(PersonKeys.class).keyOf(anna));
    try (var connection = house.connection();
        var statement = connection.createStatement()) {
      statement.executeUpdate("update person_key set wrapped = X'00ff'");
    }

    assertEnds(
        1,
        ring("rotate", "--json"),
        "\"rewrapped\":0,\"stuck\":[\"%s\"]}".formatted(anna.value()),
        "The keys of 1 people could not be opened",
        "  " + anna.value());
  }

  @Test
  void have_a_help_for_each_command() throws Exception {
    assertEnds(0, run(Map.of(), "ring", "--help"), "list", "rotate", "rewrap");
    assertEnds(0, run(Map.of(), "ring", "rotate", "--help"), "--signing", "--json");
    assertEnds(2, run(Map.of(), "ring"), "Missing required subcommand");
  }

  private HouseProcess serve() {
    return run(Map.of(), "serve", "--port", "0");
  }

  private HouseProcess ring(String... arguments) {
    return run(
        Map.of(), Stream.concat(Stream.of("ring"), Stream.of(arguments)).toArray(String[]::new));
  }

  private HouseProcess run(Map<String, String> environment, String... arguments) {
    return HouseProcess.run(folder, environment, arguments);
  }

  private List<String> secrets() {
    try {
      return Files.readAllLines(ring).stream().skip(1).map(line -> line.split(" ", -1)[3]).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String told(HouseProcess process) throws Exception {
    return told(0, process);
  }

  private static String told(int code, HouseProcess process) throws Exception {
    try (process) {
      assertThat(process.exitCode()).as(process.output()).isEqualTo(code);
      return process.output();
    }
  }

  private static String idOf(String use, String text) {
    var found = Pattern.compile("(?m)^" + use + " +([0-9a-f]{16})").matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  private static String assertRefused(HouseProcess process, String... parts) throws Exception {
    return assertEnds(78, process, parts);
  }

  private static String assertEnds(int code, HouseProcess process, String... parts)
      throws Exception {
    String told = told(code, process);
    assertThat(told).contains(parts).doesNotContain("\tat ");
    return told;
  }

  private static void awaitReadiness(HouseProcess house, String part) {
    while (!readiness(house).contains(part)) {
      Thread.onSpinWait();
    }
  }

  private static String readiness(HouseProcess house) {
    try (Wire wire = house.wire()) {
      return wire.send("GET /health/readiness HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
          .readAll();
    }
  }
}
