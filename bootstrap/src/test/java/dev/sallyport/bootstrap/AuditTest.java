package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.in.SealLedger;
import dev.sallyport.application.port.out.Filings;
import dev.sallyport.application.port.out.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The audit command")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
class AuditTest {
  private static final int ENTRIES = 7;
  private static final String FIRST = "%032x".formatted(1);

  @TempDir Path folder;
  private Path data;
  private Path elsewhere;

  @BeforeEach
  void prepare() throws Exception {
    data = folder.resolve("data");
    elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
  }

  @Test
  void verifies_exports_and_explains_the_ledger_of_a_stopped_house() throws Exception {
    seal();

    assertEnds(0, run("verify", "--data", data.toString()), "The ledger is whole: 7 entries");
    assertEnds(
        0,
        run("explain", "--data", data.toString(), FIRST),
        "Entry " + FIRST + ", in place 1 of the chain",
        "send_message");
    assertEnds(0, run("tail", "--data", data.toString(), "-n", "2"), "%032x".formatted(7));
    assertEnds(1, run("explain", "--data", data.toString(), "f".repeat(32)), "There is no entry");
  }

  @Test
  void verifies_an_export_with_nothing_but_the_export_and_the_key() throws Exception {
    export();

    assertEnds(
        0,
        offline("verify", "--file", "export.jsonl", "--key", "keys.pem", "--json"),
        "{\"whole\":true,\"entries\":7,\"checkpoints\":1,\"unsealed\":1,\"keys\":\"given\"}");
    assertEnds(0, offline("verify", "--file", "export.jsonl"), "give --key to check whose it is");
    assertEnds(0, offline("explain", "--file", "export.jsonl", FIRST), "place 1 of the chain");
    assertEnds(0, offline("tail", "--file", "export.jsonl", "-n", "1"), "%032x".formatted(7));
    assertThat(elsewhere.toFile().list()).containsExactlyInAnyOrder("export.jsonl", "keys.pem");
  }

  static Stream<Arguments> tamperings() {
    return Stream.of(
        tampering(
            "an entry altered",
            lines -> lines.set(3, lines.get(3).replace("send_message", "list_messages")),
            "entry 3 (%032x) was altered".formatted(3)),
        tampering("an entry removed", lines -> lines.remove(3), "entry 3 is missing"),
        tampering(
            "two entries swapped",
            lines -> Collections.swap(lines, 3, 4),
            "entry 3 (%032x) is out of order".formatted(3)),
        tampering(
            "an entry inserted",
            lines -> lines.add(4, lines.get(3).replace(FIRST.substring(2), "0".repeat(30))),
            "was inserted"),
        tampering("the end cut off", lines -> lines.removeLast(), "is cut off after entry 7"),
        tampering(
            "a time told more finely than it is sealed",
            lines -> lines.set(3, lines.get(3).replace(".123456Z", ".123456789Z")),
            "line 4 cannot be read"),
        tampering(
            "a time that no chain can hold",
            lines ->
                lines.set(
                    3,
                    lines
                        .get(3)
                        .replaceFirst("\"at\":\"[^\"]+", "\"at\":\"+1000000000-12-31T23:59:59Z")),
            "line 4 cannot be read"),
        tampering(
            "two entries on one line",
            lines -> lines.set(3, lines.get(3) + lines.remove(4)),
            "line 4 cannot be read"),
        tampering(
            "a key named twice",
            lines ->
                lines.set(0, lines.getFirst().replaceFirst("(\"keys\":\\[)(\\{[^}]+})", "$1$2,$2")),
            "line 1 cannot be read"),
        tampering(
            "half a line cut off",
            lines -> lines.set(9, lines.get(9).substring(0, 40)),
            "line 10 cannot be read"));
  }

  @ParameterizedTest
  @MethodSource("tamperings")
  void names_what_was_tampered_with(Consumer<List<String>> tampering, String told)
      throws Exception {
    export();
    Path file = elsewhere.resolve("export.jsonl");
    var lines = new ArrayList<>(Files.readAllLines(file));
    tampering.accept(lines);
    Files.write(file, lines);

    assertEnds(1, offline("verify", "--file", "export.jsonl", "--key", "keys.pem"), "NOT", told);
  }

  @Test
  void does_not_trust_the_keys_of_another_house() throws Exception {
    export();
    Path own = elsewhere.resolve("keys.pem");
    Files.move(own, folder.resolve("first.pem"));
    Files.delete(elsewhere.resolve("export.jsonl"));
    data = folder.resolve("other");
    export();
    Files.move(folder.resolve("first.pem"), own, StandardCopyOption.REPLACE_EXISTING);

    assertEnds(
        1,
        offline("verify", "--file", "export.jsonl", "--key", "keys.pem"),
        "checkpoint 1 is signed with a key that is not trusted");
  }

  @Test
  void says_what_is_wrong_with_its_command_line() throws Exception {
    assertEnds(2, offline("verify", "--file", "none.jsonl"), "`none.jsonl` cannot be read");
    assertEnds(2, offline("explain", "--file", "none.jsonl", "x"), "32 lower-case hex digits");
    assertEnds(2, offline("verify", "--file", "."), "`.` cannot be read");
    assertEnds(2, offline("tail", "--file", ".", "-n", "-1"), "-n takes a whole number from 1");
    Files.writeString(
        elsewhere.resolve("bad.pem"), "-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----");
    assertEnds(2, offline("verify", "--file", ".", "--key", "bad.pem"), "`bad.pem` cannot be read");
  }

  @Test
  void says_where_an_export_cannot_be_read_whatever_it_was_read_for() throws Exception {
    export();
    Path file = elsewhere.resolve("export.jsonl");
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.indexOf("%032x".formatted(3))));

    String told = "line 4 cannot be read";
    assertEnds(1, offline("export", "--file", "export.jsonl", "copy"), told, "2 entries written");
    assertEnds(1, offline("tail", "--file", "export.jsonl"), told, "%032x".formatted(2));
    assertEnds(
        1,
        offline("explain", "--file", "export.jsonl", "%032x".formatted(3)),
        told,
        "Up to there, there is no entry");
    assertEnds(1, offline("explain", "--file", "export.jsonl", FIRST), told, "in place 1");
  }

  @Test
  void leaves_no_file_behind_when_an_export_fails() throws Exception {
    export();
    Files.writeString(folder.resolve("there.pem"), "");
    assertEnds(
        2,
        run("export", "--data", data.toString(), "--keys-to", "there.pem", "out.jsonl"),
        "`there.pem` cannot be written");

    assertThat(folder.resolve("out.jsonl")).doesNotExist();
    assertThat(folder.resolve("there.pem")).isEmptyFile();
    assertThat(elsewhere.resolve("export.jsonl")).isNotEmptyFile();
    try (HouseProcess house = HouseProcess.serve(folder, Map.of())) {
      assertEnds(69, run("export", "--data", data.toString(), "out.jsonl"), "stop that first");
      assertThat(house.output()).contains("is open at");
    }
    assertThat(folder.resolve("out.jsonl")).doesNotExist();
  }

  @Test
  void says_which_entry_of_the_database_cannot_be_exported() throws Exception {
    seal();
    try (var connection = StoppedHouse.in(data).connection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "update ledger_entry set form = cast('canary' as bytea) where id = '" + FIRST + "'");
    }

    assertEnds(
        1,
        run("export", "--data", data.toString(), "out.jsonl"),
        "entry 1 cannot be read; `sallyport audit verify` says what is wrong",
        "6 entries written");
  }

  @Test
  void cannot_open_the_data_of_a_running_house_and_says_what_to_do() throws Exception {
    try (HouseProcess house = HouseProcess.serve(folder, Map.of())) {
      assertEnds(69, run("verify", "--data", data.toString()), "if a server runs on it, stop that");
      assertThat(house.output()).contains("is open at");
    }
  }

  /// Seven entries that are sealed and, with an export, one that is not.
  private void seal() throws Exception {
    StoppedHouse.in(data)
        .with(house -> {
          house.getBean(Ledger.class).appendAll(Filings.filings(Filings.HERE, 1, ENTRIES));
          house.getBean(SealLedger.class).seal();
        });
  }

  private void export() throws Exception {
    seal();
    StoppedHouse.in(data)
        .with(house ->
            house.getBean(Ledger.class).append(Filings.HERE, Filings.filing(Filings.HERE, 8)));
    assertEnds(
        0,
        run(
            "export",
            "--data",
            data.toString(),
            "--keys-to",
            elsewhere.resolve("keys.pem").toString(),
            elsewhere.resolve("export.jsonl").toString()),
        "7 entries written");
  }

  private HouseProcess run(String... arguments) {
    return HouseProcess.run(folder, Map.of(), audit(arguments));
  }

  /// In a folder where there is nothing else, and with a database that nobody can open.
  private HouseProcess offline(String... arguments) {
    return HouseProcess.run(
        elsewhere, Map.of("SALLYPORT_DATABASE_URL", "no database at all"), audit(arguments));
  }

  private static String[] audit(String... arguments) {
    return Stream.concat(Stream.of("audit"), Stream.of(arguments)).toArray(String[]::new);
  }

  private static Arguments tampering(String name, Consumer<List<String>> tampering, String told) {
    return Arguments.of(Named.of(name, tampering), told);
  }

  private static void assertEnds(int code, HouseProcess process, String... sentences)
      throws Exception {
    try (process) {
      assertThat(process.exitCode()).as(process.output()).isEqualTo(code);
      assertThat(process.output()).contains(sentences).doesNotContain("\tat ");
    }
  }
}
