package dev.sallyport.bootstrap.settings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.secret.Secret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading the settings")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsReaderTest {
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  @TempDir Path folder;

  /// Every setting there is: where it lands, what it is when nothing is set, another text for it
  /// and what becomes of that. A setting that is missing here fails a test below.
  private static final Map<Setting, Row> ROWS = new EnumMap<>(Setting.class);

  static {
    row(Setting.MODE, Settings::mode, Mode.DEVELOPMENT, "production", Mode.PRODUCTION);
    row(
        Setting.PUBLIC_URL,
        Settings::publicUrl,
        URI.create("http://localhost:8080"),
        "https://door.example.org",
        URI.create("https://door.example.org"));
    row(
        Setting.DATA,
        Settings::data,
        Path.of("data").toAbsolutePath(),
        "/srv/sallyport",
        Path.of("/srv/sallyport"));
    row(Setting.LISTEN_ADDRESS, it -> it.listen().address(), "127.0.0.1", "::1", "::1");
    row(Setting.LISTEN_PORT, it -> it.listen().port(), 8080, "9090", 9090);
    row(Setting.LISTEN_ALL_INTERFACES, it -> it.listen().allInterfaces(), false, "true", true);
    row(Setting.CONNECTIONS_PER_ADDRESS, it -> it.limits().connectionsPerAddress(), 256, "12", 12);
    row(Setting.STRANGERS_PER_ADDRESS, it -> it.limits().strangersPerAddress(), 120, "7", 7);
    row(Setting.REQUESTS_PER_TOKEN, it -> it.limits().requestsPerToken(), 6000, "8", 8);
    row(
        Setting.HEADER_TIMEOUT,
        it -> it.limits().headerTimeout(),
        Duration.ofSeconds(10),
        "500ms",
        Duration.ofMillis(500));
    row(
        Setting.BODY_TIMEOUT,
        it -> it.limits().bodyTimeout(),
        Duration.ofSeconds(30),
        "1m",
        Duration.ofMinutes(1));
    row(
        Setting.IDLE_TIMEOUT,
        it -> it.limits().idleTimeout(),
        Duration.ofSeconds(60),
        "90s",
        Duration.ofSeconds(90));
    row(
        Setting.DRAIN,
        it -> it.limits().drain(),
        Duration.ofSeconds(20),
        "1h",
        Duration.ofHours(1));
    row(
        Setting.DATABASE_URL,
        it -> it.database().url(),
        "jdbc:h2:file:" + Path.of("data/sallyport").toAbsolutePath(),
        "jdbc:postgresql://db:5432/sallyport?sslmode=require",
        "jdbc:postgresql://db:5432/sallyport?sslmode=require");
    row(
        Setting.DATABASE_USERNAME,
        it -> it.database().username(),
        Optional.empty(),
        "door",
        Optional.of("door"));
    row(
        Setting.DATABASE_PASSWORD,
        it -> it.database().password(),
        Optional.empty(),
        "sesame",
        Optional.of(Secret.of("sesame")));
    row(Setting.DATABASE_POOL_SIZE, it -> it.database().poolSize(), 10, "4", 4);
    row(
        Setting.DOOR_TOOL_NAMES,
        it -> it.door().toolNames(),
        ToolNaming.KNOWN,
        "underscore",
        ToolNaming.UNDERSCORE);
    row(Setting.DOOR_WEBSOCKET, it -> it.door().websocket(), false, "true", true);
    row(Setting.DOOR_WEBSOCKET_HELLO, it -> it.door().websocketHello(), false, "true", true);
    row(Setting.DOOR_HTTP_SSE, it -> it.door().httpSse(), false, "true", true);
    row(
        Setting.REDIS_URL,
        Settings::redisUrl,
        Optional.empty(),
        "rediss://:pw@cache:6379",
        Optional.of(Secret.of("rediss://:pw@cache:6379")));
    row(Setting.CACHE_BYTES, Settings::cacheBytes, 33_554_432L, "512KiB", 524_288L);
    row(
        Setting.SERVER_KEY,
        it -> it.keys().server(),
        Optional.empty(),
        KEY,
        Optional.of(Secret.of(KEY)));
    row(
        Setting.OTHER_KEYS,
        it -> it.keys().others(),
        Optional.empty(),
        KEY + ", " + KEY,
        Optional.of(Secret.of(KEY + ", " + KEY)));
    row(Setting.KEYS_ALLOW_FILE, it -> it.keys().allowFile(), false, "true", true);
    row(
        Setting.POLICY,
        Settings::policy,
        Optional.empty(),
        "/etc/sallyport/policy.yaml",
        Optional.of(Path.of("/etc/sallyport/policy.yaml")));
    row(
        Setting.DOOR_ORIGINS,
        it -> it.door().origins(),
        List.of(
            "https://chatgpt.com",
            "https://chat.openai.com",
            "https://claude.ai",
            "https://claude.com"),
        "https://a.example.org, http://b.example.org:8443",
        List.of("https://a.example.org", "http://b.example.org:8443"));
    row(
        Setting.DOOR_HOSTS,
        it -> it.door().hosts(),
        List.of(),
        "door.example.org,door",
        List.of("door.example.org", "door"));
    row(
        Setting.DOOR_STEP_UP,
        it -> it.door().stepUp(),
        List.of(),
        "api-keys, https://claude.ai/oauth/client.json",
        List.of("api-keys", "https://claude.ai/oauth/client.json"));
    row(Setting.SAMPLE_OUTPUTS, Settings::sampleOutputs, 100, "0", 0);
    row(Setting.LEDGER_READS, Settings::ledgerReads, true, "false", false);
    row(Setting.LOG_FORMAT, Settings::logFormat, LogChoice.AUTO, "json", LogChoice.JSON);
  }

  private static void row(
      Setting setting,
      Function<Settings, Object> place,
      Object fallback,
      String text,
      Object value) {
    ROWS.put(setting, new Row(place, fallback, text, value));
  }

  private static Row rowOf(Setting setting) {
    return requireNonNull(ROWS.get(setting), setting.key());
  }

  private record Row(
      Function<Settings, Object> place, Object fallback, String text, Object value) {}

  @Test
  void knows_exactly_the_settings_that_are_named_here() {
    assertThat(ROWS.keySet()).containsExactly(Setting.values());
  }

  @ParameterizedTest
  @EnumSource
  void falls_back_to_the_default_of(Setting setting) {
    assertThat(rowOf(setting).place().apply(SettingsReader.read(given())))
        .isEqualTo(rowOf(setting).fallback());
  }

  @ParameterizedTest
  @EnumSource
  void takes_from_the_environment(Setting setting) {
    Row row = rowOf(setting);
    Map<String, String> environment = new LinkedHashMap<>(safeProduction());
    environment.put(setting.variable(), row.text());

    assertThat(row.place().apply(SettingsReader.read(environment(environment))))
        .isEqualTo(row.value());
  }

  @ParameterizedTest
  @EnumSource
  void takes_from_a_file(Setting setting) throws Exception {
    Row row = rowOf(setting);
    Path file = file("%s: '%s'".formatted(setting.key(), row.text()));

    assertThat(
            row.place()
                .apply(
                    SettingsReader.read(new Given(Map.of(), safeFor(setting), Optional.of(file)))))
        .isEqualTo(row.value());
  }

  @ParameterizedTest
  @EnumSource
  void is_told_by_each_setting_what_it_is_for_and_what_is_allowed(Setting setting) {
    assertThat(List.of(setting.purpose(), setting.allowed())).noneMatch(String::isBlank);
    assertThat(setting.purpose()).endsWith(".");
  }

  /// What a production needs to be accepted, but for the setting under test.
  private static Map<String, String> safeFor(Setting setting) {
    Map<String, String> safe = new LinkedHashMap<>(safeProduction());
    safe.remove(setting.variable());
    safe.remove(Setting.MODE.variable());
    return safe;
  }

  private static Map<String, String> safeProduction() {
    return Map.of(
        Setting.PUBLIC_URL.variable(), "https://safe.example.org",
        Setting.DATABASE_URL.variable(), "jdbc:postgresql://localhost/safe",
        Setting.SERVER_KEY.variable(), KEY);
  }

  @Nested
  class Prefers {
    @Test
    void the_command_line_to_the_environment_and_that_to_the_file() throws Exception {
      Path file = file("sallyport: {listen: {port: 1111, address: localhost}, data: /file}");
      var all =
          new Given(
              Map.of(Setting.LISTEN_PORT, "3333"),
              Map.of("SALLYPORT_LISTEN_PORT", "2222", "SALLYPORT_DATA", "/environment"),
              Optional.of(file));

      Settings settings = SettingsReader.read(all);

      assertThat(settings.listen()).isEqualTo(new Settings.Listen("localhost", 3333, false));
      assertThat(settings.data()).isEqualTo(Path.of("/environment"));
    }

    @Test
    void our_own_variable_to_the_one_that_platforms_set() {
      assertThat(
              SettingsReader.read(
                      environment(Map.of("PORT", "2222", "SALLYPORT_LISTEN_PORT", "3333")))
                  .listen()
                  .port())
          .isEqualTo(3333);
    }
  }

  @Test
  void does_not_mind_what_platforms_set_where_our_own_variable_is_set() {
    assertThat(
            SettingsReader.read(
                    environment(Map.of("PORT", "high", "SALLYPORT_LISTEN_PORT", "3333")))
                .listen()
                .port())
        .isEqualTo(3333);
  }

  @Test
  void takes_a_list_in_a_file_where_there_may_be_several_values() throws Exception {
    Path file = file("sallyport.door.hosts: [door.example.org, door]");

    assertThat(SettingsReader.read(file(file)).door().hosts())
        .containsExactly("door.example.org", "door");
  }

  @Test
  void takes_numbers_in_a_file_as_they_stand_there() throws Exception {
    Path file = file("sallyport:\n  listen.port: 9090\n  database.password: 0123\n");

    Settings settings = SettingsReader.read(file(file));

    assertThat(settings.listen().port()).isEqualTo(9090);
    assertThat(settings.database().password()).contains(Secret.of("0123"));
  }

  @ParameterizedTest
  @CsvSource({
    "SALLYPORT_SERVICE_HOST, 10.0.0.7",
    "SALLYPORT_SERVICE_PORT, 80",
    "SALLYPORT_SERVICE_PORT_HTTP, 80",
    "SALLYPORT_PORT, tcp://10.0.0.7:80",
    "SALLYPORT_PORT, udp://10.0.0.7:80",
    "SALLYPORT_PORT_80_TCP, tcp://10.0.0.7:80",
    "SALLYPORT_PORT_80_TCP_PROTO, tcp",
    "SALLYPORT_PORT_80_TCP_PORT, 80",
    "SALLYPORT_PORT_80_TCP_ADDR, 10.0.0.7"
  })
  void leaves_aside_what_kubernetes_sets_for_a_service_of_our_name(String variable, String text) {
    assertThat(SettingsReader.read(environment(Map.of(variable, text))))
        .isEqualTo(SettingsReader.read(given()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "REDIS_URL redis://cache",
        "REDIS_URL redis://:p%40ss@[::1]:6379/15",
        "REDIS_URL rediss://door:pw@cache.example.org:65535/0",
        "DATABASE_URL jdbc:postgresql://a:5432,b,[::1]:5433/db?sslmode=verify-full&ssl=true",
        "DATABASE_URL jdbc:postgresql://my_db/sally%20port",
        "PUBLIC_URL https://door.example.org:65535",
        "LISTEN_ADDRESS localhost",
        "LISTEN_ADDRESS fe80::1",
        "LISTEN_ADDRESS ::ffff:127.0.0.1"
      })
  void takes(Setting setting, String text) {
    assertThatCode(() -> SettingsReader.read(environment(Map.of(setting.variable(), text))))
        .doesNotThrowAnyException();
  }

  @Test
  void honours_the_port_that_platforms_set_also_in_the_public_url() {
    Settings settings = SettingsReader.read(environment(Map.of("PORT", "2222")));

    assertThat(settings.listen().port()).isEqualTo(2222);
    assertThat(settings.publicUrl()).isEqualTo(URI.create("http://localhost:2222"));
  }

  @Test
  void leaves_variables_of_others_alone() {
    assertThat(SettingsReader.read(environment(Map.of("PATH", "/bin", "SALLY", "x"))))
        .isEqualTo(SettingsReader.read(given()));
  }

  @Nested
  class Refuses {
    @ParameterizedTest
    @MethodSource("dev.sallyport.bootstrap.settings.SettingsReaderTest#wrongValues")
    void a_value_that_is_not_allowed(Setting setting, String text) {
      assertThatThrownBy(() -> SettingsReader.read(environment(Map.of(setting.variable(), text))))
          .isInstanceOfSatisfying(
              BadSettings.class,
              bad ->
                  assertThat(bad.faults())
                      .singleElement()
                      .extracting(Fault::where, Fault::key, Fault::remedy)
                      .containsExactly(
                          setting.variable(), setting.key(), "allowed is " + setting.allowed()));
    }

    @Test
    void a_value_naming_what_set_it_and_the_key() {
      assertThatThrownBy(
              () -> SettingsReader.read(environment(Map.of("SALLYPORT_LISTEN_PORT", "high"))))
          .hasMessageStartingWith(
              "`SALLYPORT_LISTEN_PORT` (sallyport.listen.port): `high` is not allowed; allowed is");
    }

    @Test
    void what_only_looks_like_it_came_from_kubernetes() {
      assertFaults(
          environment(Map.of("SALLYPORT_PORT", "8080")),
          new Fault(
              "SALLYPORT_PORT",
              "there is no such setting",
              "did you mean `SALLYPORT_LISTEN_PORT`?"));
      assertThatThrownBy(
              () -> SettingsReader.read(environment(Map.of("SALLYPORT_SERVICE_HOSTS", "x"))))
          .hasMessageContaining("there is no such setting");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"010", "0x1F90", "8_080", "8080.0", "2:14:40", "+8080", "1e3", "!!int 80"})
    void a_number_in_a_file_that_is_spelled_in_a_way_of_yaml(String port) throws Exception {
      Path file = file("sallyport.listen.port: " + port);

      assertThatThrownBy(() -> SettingsReader.read(file(file)))
          .hasMessageContaining("`sallyport.listen.port`: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "True"})
    void a_yes_in_a_file_that_is_spelled_in_a_way_of_yaml(String yes) throws Exception {
      Path file = file("sallyport.keys.allow-file: " + yes);

      assertThatThrownBy(() -> SettingsReader.read(file(file)))
          .hasMessageContaining("`%s` is not allowed".formatted(yes));
    }

    @Test
    void a_key_in_a_file_that_is_empty() throws Exception {
      Path file = file("? \n: x\n");

      assertThatThrownBy(() -> SettingsReader.read(file(file)))
          .hasMessageContaining("there is no such setting");
    }

    @Test
    void an_unknown_variable_and_names_the_one_that_was_probably_meant() {
      assertFaults(
          environment(Map.of("SALLYPORT_DATABASE_PASSWRD", "canary-4711")),
          new Fault(
              "SALLYPORT_DATABASE_PASSWRD",
              "there is no such setting",
              "did you mean `SALLYPORT_DATABASE_PASSWORD`?"));
    }

    @Test
    void an_unknown_key_in_a_file_and_names_the_one_that_was_probably_meant() throws Exception {
      assertFaults(
          file(file("sallyport:\n  listen:\n    prt: 1")),
          new Fault(
              "sallyport.listen.prt",
              "there is no such setting",
              "did you mean `sallyport.listen.port`?"));
    }

    @Test
    void a_key_that_is_like_none() throws Exception {
      assertFaults(
          file(file("colour: blue")),
          new Fault(
              "colour",
              "there is no such setting",
              "`./sallyport settings` lists those there are"));
    }

    @Test
    void a_file_that_is_not_there() {
      Path missing = folder.resolve("missing.yml");

      assertFaults(
          file(missing),
          new Fault(missing.toString(), "there is no such file", "give the path of a YAML file"));
    }

    @Test
    void a_file_that_is_no_yaml_naming_its_line_and_not_its_content() throws Exception {
      Path broken = file("sallyport:\n  database:\n   password: 'canary-4711\n");

      assertThatThrownBy(() -> SettingsReader.read(file(broken)))
          .hasMessageContaining("is not valid YAML")
          .hasMessageNotContaining("canary");
    }

    @Test
    void a_file_that_sets_one_key_twice() throws Exception {
      Path doubled = file("sallyport:\n  data: /a\n  data: /b\n");

      assertThatThrownBy(() -> SettingsReader.read(file(doubled)))
          .hasMessageContaining("line 3`: a key is set twice; set it once")
          .hasMessageNotContaining("YAML");
    }

    @Test
    void a_file_that_sets_one_key_twice_in_two_spellings() throws Exception {
      assertFaults(
          file(file("sallyport:\n  listen.port: 1\n  listen: {port: 2}\n")),
          new Fault("sallyport.listen.port", "is set twice in the file", "set it once"));
    }

    @Test
    void a_file_that_refers_to_itself() throws Exception {
      Path endless = file("sallyport: &it {listen: *it}");

      assertThatThrownBy(() -> SettingsReader.read(file(endless)))
          .isInstanceOf(BadSettings.class)
          .hasMessageContaining("is not valid YAML");
    }

    @Test
    void a_list_where_one_value_belongs() throws Exception {
      assertFaults(
          file(file("sallyport: {data: [/a, /b]}")),
          new Fault("sallyport.data", "is not a single value", "write one value"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"['https://a.example.org,https://b.example.org']", "[[x]]", "[{a: b}]", "[~]"})
    void a_list_of_something_else_than_single_values(String list) throws Exception {
      assertFaults(
          file(file("sallyport: {door: {origins: %s}}".formatted(list))),
          new Fault(
              "sallyport.door.origins",
              "lists something else than single values",
              "write one value for each item"));
    }

    @Test
    void a_key_without_a_value() throws Exception {
      assertFaults(
          file(file("sallyport:\n  data:\n")),
          new Fault("sallyport.data", "has no value", "give it one or leave it out"));
    }

    @Test
    void everything_at_once_so_that_it_is_mended_in_one_go() {
      assertThatThrownBy(() ->
              SettingsReader.read(
                  environment(Map.of("PORT", "high", "SALLYPORT_MODE", "test", "SALLYPORT_X", ""))))
          .isInstanceOfSatisfying(BadSettings.class, bad -> assertThat(bad.faults()).hasSize(3));
    }

    @ParameterizedTest
    @EnumSource(
        value = Setting.class,
        names = {"DATABASE_URL", "REDIS_URL", "SERVER_KEY", "OTHER_KEYS", "PUBLIC_URL"})
    void a_value_that_could_be_secret_without_repeating_it(Setting setting) {
      assertThatThrownBy(() ->
              SettingsReader.read(
                  environment(Map.of(setting.variable(), "user:canary-4711@somewhere"))))
          .isInstanceOf(BadSettings.class)
          .hasMessageContaining(setting.variable())
          .hasMessageNotContaining("canary");
    }
  }

  @Nested
  class In_production_refuses {
    @Test
    void to_run_on_nothing_but_its_mode() {
      assertThatThrownBy(
              () -> SettingsReader.read(environment(Map.of("SALLYPORT_MODE", "production"))))
          .isInstanceOfSatisfying(
              BadSettings.class,
              bad ->
                  assertThat(bad.faults())
                      .extracting(Fault::where)
                      .containsExactly(
                          "sallyport.database.url",
                          "sallyport.public-url",
                          "sallyport.keys.server"));
    }

    @ParameterizedTest
    @CsvSource({
      "SALLYPORT_DATABASE_URL, jdbc:h2:file:/srv/db, sallyport.database.url",
      "SALLYPORT_PUBLIC_URL, http://door.example.org, sallyport.public-url"
    })
    void one_thing_that_is_unsafe(String variable, String text, String where) {
      Map<String, String> environment = new LinkedHashMap<>(safeProduction());
      environment.put("SALLYPORT_MODE", "production");
      environment.put(variable, text);

      assertThatThrownBy(() -> SettingsReader.read(environment(environment)))
          .isInstanceOfSatisfying(
              BadSettings.class,
              bad ->
                  assertThat(bad.faults())
                      .singleElement()
                      .extracting(Fault::where)
                      .isEqualTo(where));
    }

    @Test
    void a_key_file_unless_it_is_said_to_be_meant() {
      Map<String, String> environment = new LinkedHashMap<>(safeProduction());
      environment.put("SALLYPORT_MODE", "production");
      environment.remove("SALLYPORT_KEYS_SERVER");
      assertThatThrownBy(() -> SettingsReader.read(environment(environment)))
          .hasMessageContaining("sallyport.keys.allow-file: true");

      environment.put("SALLYPORT_KEYS_ALLOW_FILE", "true");
      assertThat(SettingsReader.read(environment(environment)).production()).isTrue();
    }
  }

  @Test
  void refuses_other_keys_without_the_one_that_seals() {
    assertThatThrownBy(() -> SettingsReader.read(environment(Map.of("SALLYPORT_KEYS_OTHERS", KEY))))
        .hasMessageContaining("sallyport.keys.others")
        .hasMessageContaining("set `sallyport.keys.server`, too")
        .hasMessageNotContaining(KEY);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "::", "0:0:0:0:0:0:0:0", "::0", "::ffff:0.0.0.0", "0::0", "::0.0.0.0"})
  void refuses_to_open_development_to_the_network_unless_it_is_meant(String address) {
    assertThatThrownBy(
            () -> SettingsReader.read(environment(Map.of("SALLYPORT_LISTEN_ADDRESS", address))))
        .hasMessageContaining("sallyport.listen.all-interfaces: true");

    assertThat(
            SettingsReader.read(
                    environment(
                        Map.of(
                            "SALLYPORT_LISTEN_ADDRESS",
                            address,
                            "SALLYPORT_LISTEN_ALL_INTERFACES",
                            "true")))
                .listen()
                .address())
        .isEqualTo(address);
  }

  static Stream<Arguments> wrongValues() {
    return Map.ofEntries(
            wrong(Setting.MODE, "", "test", "Production"),
            wrong(
                Setting.PUBLIC_URL,
                "door.example.org",
                "ftp://door.example.org",
                "https://door.example.org/",
                "https://door.example.org/path",
                "https://user@door.example.org",
                "https://door.example.org?x",
                "https://door.example.org#x",
                "https://",
                "javascript:alert(1)",
                "https://x:",
                "//x",
                "https://x:0",
                "https://x:99999",
                "https://x:99999999999",
                "https://door example.org"),
            wrong(Setting.DATA, "", " ", "a\0b"),
            wrong(
                Setting.LISTEN_ADDRESS,
                "",
                "everywhere",
                "256.0.0.1",
                "127.0.0",
                "127.0.0.1.",
                "010.0.0.1",
                "1:2:3",
                "1::2::3",
                "::12345",
                "::1%lo",
                "[::1]",
                "host.example.org"),
            wrong(Setting.LISTEN_PORT, "", "-1", "65536", "010", "8080.0", "0x50", "eighty", " 80"),
            wrong(Setting.LISTEN_ALL_INTERFACES, "", "yes", "TRUE", "1"),
            wrong(Setting.CONNECTIONS_PER_ADDRESS, "0", "-5", "1000001", "many"),
            wrong(Setting.HEADER_TIMEOUT, "", "10", "0s", "99ms", "61m", "2h", "1d", "-1s", "1.5s"),
            wrong(Setting.BODY_TIMEOUT, "soon"),
            wrong(Setting.IDLE_TIMEOUT, "never"),
            wrong(Setting.DRAIN, "0"),
            wrong(
                Setting.DATABASE_URL,
                "",
                "postgres://db/sallyport",
                "jdbc:mysql://db/sallyport",
                "jdbc:h2:mem:x",
                "jdbc:h2:tcp://db/x",
                "jdbc:h2:file:/srv/db;INIT=RUNSCRIPT FROM 'x'",
                "jdbc:postgresql://db/sallyport?service=x",
                "jdbc:postgresql://db/sallyport?user=u&password=p",
                "jdbc:postgresql://db/sallyport?pass%77ord=p",
                "jdbc:postgresql://db/sallyport?PGPASSWORD=p",
                "jdbc:postgresql://db/sallyport?a=%zz",
                "jdbc:postgresql://db/sally%zz",
                "jdbc:postgresql://db/sallyport?sslmode=bogus",
                "jdbc:postgresql://db/sallyport?ssl=true&sslmode",
                "jdbc:postgresql://u:p@db/sallyport",
                "jdbc:postgresql://h:99999999/db",
                "jdbc:postgresql://h:65536/db",
                "jdbc:postgresql://h:0/db",
                "jdbc:postgresql://h:abc/db",
                "jdbc:postgresql://h:/db",
                "jdbc:postgresql://a,/db",
                "jdbc:postgresql:///db",
                "jdbc:postgresql://::1/db",
                "jdbc:postgresql://[::1/db",
                "jdbc:postgresql://[1:2:3]/db",
                "jdbc:postgresql://[127.0.0.1]/db"),
            wrong(Setting.DOOR_TOOL_NAMES, "", "Known", "underscores"),
            wrong(Setting.DATABASE_USERNAME, "", " "),
            wrong(Setting.DATABASE_PASSWORD, "", " "),
            wrong(Setting.DATABASE_POOL_SIZE, "0"),
            wrong(
                Setting.REDIS_URL,
                "",
                "http://cache",
                "redis://",
                "redis:cache",
                "//cache",
                "redis://:PW@[::1",
                "redis://h:99999999",
                "redis://h:65536",
                "redis://h:abc",
                "redis://127.0.0.1:0",
                "redis://127.0.0.1/abc",
                "redis://127.0.0.1/16",
                "redis://:p@",
                "redis://:p%zz@h",
                "redis://:a/b@h",
                "redis://h?timeout=abc",
                "redis://h#x"),
            wrong(
                Setting.CACHE_BYTES,
                "",
                "32",
                "32MB",
                "0MiB",
                "032MiB",
                "1.5GiB",
                "63KiB",
                "65GiB",
                "999999999GiB"),
            wrong(Setting.SERVER_KEY, "", "short", "AAAA", "not base64!"),
            wrong(Setting.OTHER_KEYS, "", "short", KEY + ",", KEY + " " + KEY),
            wrong(Setting.KEYS_ALLOW_FILE, "no"),
            wrong(Setting.DOOR_WEBSOCKET, "on"),
            wrong(Setting.DOOR_WEBSOCKET_HELLO, "on"),
            wrong(Setting.DOOR_HTTP_SSE, "on"),
            wrong(Setting.LOG_FORMAT, "xml"))
        .entrySet()
        .stream()
        .flatMap(
            entry -> entry.getValue().stream().map(text -> Arguments.of(entry.getKey(), text)));
  }

  private static Map.Entry<Setting, List<String>> wrong(Setting setting, String... texts) {
    return Map.entry(setting, List.of(texts));
  }

  private static void assertFaults(Given given, Fault... faults) {
    assertThatThrownBy(() -> SettingsReader.read(given))
        .isInstanceOfSatisfying(
            BadSettings.class, bad -> assertThat(bad.faults()).containsExactly(faults));
  }

  private static Given given() {
    return environment(Map.of());
  }

  private static Given environment(Map<String, String> environment) {
    return new Given(Map.of(), environment, Optional.empty());
  }

  private static Given file(Path file) {
    return new Given(Map.of(), Map.of(), Optional.of(file));
  }

  private Path file(String text) throws Exception {
    return Files.writeString(folder.resolve("settings.yml"), text);
  }
}
