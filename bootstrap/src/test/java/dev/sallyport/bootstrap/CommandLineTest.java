package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.testbed.Lines;
import dev.sallyport.application.Damaged;
import dev.sallyport.application.Rejected;
import dev.sallyport.application.Unavailable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

@DisplayName("The command line")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class CommandLineTest {
  @TempDir Path folder;

  @Test
  void tells_its_version() throws Exception {
    assertEnds(0, run(Map.of(), "--version"), "sallyport " + Version.current());
  }

  @Test
  void lists_its_commands_and_not_the_hidden_one() throws Exception {
    HouseProcess help = run(Map.of(), "--help");

    assertEnds(0, help, "serve", "settings", "78");
    assertThat(help.output()).doesNotContain("train");
  }

  @Test
  void does_not_know_every_command() throws Exception {
    assertEnds(2, run(Map.of(), "qqqq"), "Unmatched argument", "Usage: sallyport");
  }

  @Test
  void stops_a_start_over_an_unknown_setting_with_its_name_and_no_stack() throws Exception {
    assertRefused(
        run(Map.of("SALLYPORT_LISTEN_PROT", "1"), "serve"),
        "`SALLYPORT_LISTEN_PROT`: there is no such setting; did you mean `SALLYPORT_LISTEN_PORT`?");
  }

  @Test
  void stops_a_start_over_a_wrong_value_with_what_is_allowed() throws Exception {
    assertRefused(
        run(Map.of(), "serve", "--port", "70000"),
        "`--port` (sallyport.listen.port): `70000` is not allowed; allowed is a whole number from 0");
  }

  @Test
  void stops_a_start_over_an_unsafe_combination() throws Exception {
    assertRefused(
        run(Map.of("SALLYPORT_MODE", "production"), "serve"),
        "`sallyport.database.url`",
        "`sallyport.public-url`",
        "`sallyport.keys.server`");
  }

  @Test
  void checks_settings_without_a_start() throws Exception {
    Path file = Files.writeString(folder.resolve("good.yml"), "sallyport: {listen: {port: 1234}}");

    assertEnds(
        0, run(Map.of(), "settings", "--check", "--config", file.toString()), "The settings hold.");
    assertRefused(
        run(
            Map.of("SALLYPORT_CONFIG", folder.resolve("none.yml").toString()),
            "settings",
            "--check"),
        "there is no such file");
  }

  @Test
  void trains_on_its_own_requests_and_leaves_nothing_behind() throws Exception {
    assertEnds(0, run(Map.of("SALLYPORT_DATA", "/nowhere"), "train"), "GET / 200");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void says_when_the_port_is_taken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEnds(
          1,
          run(Map.of(), "serve", "--port", "" + taken.getLocalPort()),
          "port %d of 127.0.0.1 cannot be had".formatted(taken.getLocalPort()),
          "--port");
    }
  }

  @Test
  void says_when_the_address_is_not_of_this_machine() throws Exception {
    assertEnds(
        1,
        run(Map.of("SALLYPORT_LISTEN_ADDRESS", "192.0.2.1"), "serve", "--port", "18080"),
        "port 18080 of 192.0.2.1 cannot be had",
        "check that the address is this machine's");
  }

  @Test
  void tells_a_fault_of_its_own_in_one_sentence_and_only_the_log_why() throws Exception {
    try (HouseProcess process =
        run(Map.of("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=/nowhere/password=canary"), "train")) {
      assertThat(process.exitCode()).as(process.output()).isEqualTo(70);
      List<String> lines =
          process.output().lines().filter(line -> !line.startsWith("NOTE:")).toList();
      assertThat(lines)
          .contains("Sallyport stopped over a fault of its own, not of yours; the log says which.")
          .anySatisfy(line -> assertThat(line).contains("ERROR", "Stopped over a fault"))
          .anySatisfy(line -> assertThat(line).contains("NoSuchFileException", "[redacted]"))
          .noneSatisfy(line -> assertThat(line).contains("canary"));
    }
  }

  @Test
  void says_when_what_a_command_needs_goes_away_or_cannot_be_read() {
    var cause = new IllegalStateException();

    assertThat(stopped(69, new Unavailable("the database", cause)))
        .isEqualTo("`sallyport work` stopped: the database does not answer.");
    assertThat(stopped(1, new Damaged("entry 7", cause)))
        .startsWith("`sallyport work` stopped: entry 7 cannot be read: restore it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audit verify",
        "audit tail",
        "audit explain 00000000000000000000000000000001",
        "audit export FOLDER/ledger.jsonl",
        "people list",
        "people export 00000000000000000000000000000001 --to FOLDER/person.zip",
        "people erase 00000000000000000000000000000001 --yes",
        "keys create --person a@example.org --name a",
        "keys list",
        "keys revoke 00000000000000000000000000000001",
        "ring list",
        "ring rotate",
        "ring rewrap"
      })
  void makes_no_database_where_a_command_needs_one(String command) {
    var err = new StringWriter();
    Path data = folder.resolve("none");
    String line = command.replace("FOLDER", folder.toString()) + " --data " + data;
    CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(err));

    assertThat(commandLine.execute(line.split(" ", -1))).isEqualTo(78);
    assertThat(err.toString())
        .startsWith("The settings do not hold.")
        .contains("`sallyport.data`: there is no database in `%s`".formatted(data));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tells_each_command_in_a_whole_sentence_where_it_is_listed() {
    assertThat(commands(Main.commandLine()))
        .hasSizeGreaterThan(15)
        .allSatisfy(spec ->
            assertThat(spec.usageMessage().description()[0])
                .as(spec.qualifiedName())
                .matches("[A-Z].*\\."));
  }

  private static Stream<CommandSpec> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec()),
        command.getSubcommands().values().stream().flatMap(CommandLineTest::commands));
  }

  @Test
  void says_what_was_refused_and_that_it_may_be_a_fault_of_its_own() {
    try (var log = Lines.of(Main.class)) {
      assertThat(stopped(70, new Rejected("the database refused a statement (SQLSTATE 42501)")))
          .startsWith("`sallyport work` stopped: the database refused a statement (SQLSTATE 42501)")
          .endsWith("the log says which.");
      assertThat(log.told()).hasSize(1);
    }
  }

  private static String stopped(int code, RuntimeException over) {
    var err = new StringWriter();
    CommandLine commandLine = Main.commandLine();
    commandLine.addSubcommand("work", new Stopping(over)).setErr(new PrintWriter(err));

    assertThat(commandLine.execute("work")).isEqualTo(code);
    return err.toString().strip();
  }

  @Command
  private record Stopping(RuntimeException over) implements Runnable {
    @Override
    public void run() {
      throw over;
    }
  }

  @Test
  void says_when_the_data_is_in_use_by_another() throws Exception {
    try (HouseProcess first = HouseProcess.serve(folder, Map.of())) {
      HouseProcess second =
          run(Map.of(), "serve", "--port", "0", "--data", folder.resolve("data").toString());

      assertEnds(1, second, "the database file is in use by another process");
      assertThat(first.output()).contains("is open at");
    }
  }

  @Test
  void says_when_the_data_folder_cannot_be_made() throws Exception {
    Files.writeString(folder.resolve("file"), "");

    assertRefused(
        run(Map.of(), "serve", "--port", "0", "--data", folder.resolve("file/data").toString()),
        "`sallyport.data`: cannot be used");
  }

  private HouseProcess run(Map<String, String> environment, String... arguments) {
    return HouseProcess.run(folder, environment, arguments);
  }

  private static void assertRefused(HouseProcess process, String... sentences) throws Exception {
    assertEnds(78, process, sentences);
  }

  private static void assertEnds(int code, HouseProcess process, String... sentences)
      throws Exception {
    try (process) {
      assertThat(process.exitCode()).as(process.output()).isEqualTo(code);
      assertThat(process.output())
          .contains(sentences)
          .doesNotContain("Exception")
          .doesNotContain("\tat ");
    }
  }
}
