package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.key.ApiKeyText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("API keys, asked for beside a server,")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class KeysTest {
  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{32}\\b");

  @TempDir static Path data;
  private static House house;

  @BeforeAll
  static void open() {
    house = House.in(data);
  }

  @AfterAll
  static void close() {
    house.close();
    assertThat(data.resolve("control.sock")).doesNotExist();
  }

  @Test
  void open_the_house_until_they_are_revoked() {
    Ended made = create("ada@example.org");
    String key = made.out().strip();

    assertThat(made.code()).isZero();
    assertThat(key).matches("sp_[0-9A-Za-z]{49}");
    assertThat(made.out()).isEqualTo(key + System.lineSeparator());
    assertThat(made.err()).contains("will not be shown again").doesNotContain(key);
    assertThat(proof(key)).isEqualTo("Proven");
    assertThat(run("keys", "revoke", idIn(made.err())).code()).isZero();
    assertThat(proof(key)).isEqualTo("Revoked");
  }

  @Test
  void end_with_them_what_waits_for_a_reply_to_a_question() throws Exception {
    Ended made = create("eve@example.org");
    HttpResponse<Stream<String>> asked = asks(made.out().strip());
    Iterator<String> events = asked.body().filter(it -> it.startsWith("data: ")).iterator();
    assertThat(events.next()).contains("elicitation/create");
    run("keys", "revoke", idIn(made.err()));

    assertThat(events.next()).contains("\"isError\":true");
    assertThat(events.hasNext()).isFalse();
  }

  @Test
  void that_are_none_open_nothing() {
    assertThat(proof(ApiKeyText.of(new byte[32]).reveal())).isEqualTo("Unknown");
    assertThat(proof("sp_")).isEqualTo("Unknown");
  }

  @Test
  void are_listed_with_no_more_than_tells_them_apart() {
    Ended made = create("bea@example.org");
    String key = made.out().strip();
    Ended listed = run("keys", "list");

    assertThat(listed.code()).isZero();
    assertThat(listed.out())
        .contains(idIn(made.err()), key.substring(key.length() - 4), "live", "b…@example.org")
        .doesNotContain(key, "bea@example.org");
  }

  @Test
  void are_told_to_machines_as_JSON() {
    Ended made =
        run(
            "keys",
            "create",
            "--person",
            "cleo@example.org",
            "--name",
            "a \"b\"",
            "--scope",
            "fixture:write,cellar:read",
            "--expires",
            "12h",
            "--json");
    String id = idIn(made.out());

    assertThat(made.out())
        .containsPattern("^\\{\"id\":\"[0-9a-f]{32}\",\"name\":\"a \\\\\"b\\\\\"\",")
        .contains("\"scopes\":[\"cellar:read\",\"fixture:read\",\"fixture:write\"]")
        .containsPattern("\"newcomer\":true,\"key\":\"sp_[0-9A-Za-z]{49}\"}\\R$");
    assertThat(run("keys", "list", "--json").out().lines())
        .filteredOn(line -> line.contains(id))
        .singleElement()
        .asString()
        .contains("\"standing\":\"live\",\"email\":\"c…@example.org\"", "\"lastUsedAt\":null}")
        .doesNotContain("sp_");
    assertThat(run("keys", "revoke", id, "--json").out())
        .startsWith("{\"id\":\"" + id + "\",\"revokedAt\":\"20");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nobody|a|--json|`--person`: an e-mail address is",
        "a@example.org|' '|--json|`--name`: a key's name has 1 to 100 printable characters",
        "a@example.org|a|--scope=everything|`--scope`: a scope is a subject",
        "a@example.org|a|--scope=fixture:read,celar:read|`--scope`: there is no scope `celar:read`;"
            + " did you mean `cellar:read`?",
        "a@example.org|a|--scope=nonsense:read|`--scope`: there is no scope `nonsense:read`; there"
            + " are `cellar:read`, `fixture:read`, `gateway:read`, `library:read`",
        "a@example.org|a|--reach=fixtur=home|`--reach`: there is no backend `fixtur`; did you mean"
            + " `fixture`?",
        "a@example.org|a|--private=foo=dms|`--private`: there is no backend `foo`; there are",
        "a@example.org|a|--expires=never|`--expires`: a time is a number of days or hours",
        "a@example.org|a|--expires=367d|`--expires`: a key lasts for up to 366 days",
        "a@example.org|a|--reach=chat|`--reach`: `chat` lacks a backend and `=`",
        "a@example.org|a|--reach=Chat=home|`--reach`: `Chat=home`: a backend id is",
        "a@example.org|a|--private=chat=|`--private`: `chat=`: a sort of private place is"
      })
  void are_not_made_of_a_wish_that_means_nothing(
      String person, String name, String option, String why) {
    Ended ended = run("keys", "create", "--person", person, "--name", name, option);

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains(why).doesNotContain("\tat ");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void are_revoked_by_their_ids_and_never_repeated() {
    String key = ApiKeyText.of(new byte[32]).reveal();
    Ended ended = run("keys", "revoke", key);

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("that is no key's id").doesNotContain(key);
    assertThat(run("keys", "revoke", "0a".repeat(16)))
        .isEqualTo(
            new Ended(
                1, "", "No key has the id " + "0a".repeat(16) + "." + System.lineSeparator()));
  }

  @Test
  void are_not_made_for_somebody_without_a_name_for_it() {
    assertThat(run("keys", "create", "--person", "a@example.org").err())
        .contains("Missing required option", "--name");
  }

  @Test
  void are_explained() {
    assertThat(run("keys", "--help").out()).contains("create", "list", "revoke");
    assertThat(run("keys", "create", "--help").out()).contains("--reach", "--expires", "90d");
    assertThat(run("keys").code()).isEqualTo(2);
  }

  @Test
  void are_asked_for_where_nobody_else_can_ask() throws Exception {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("control.sock"))))
        .isEqualTo("rw-------");
    try (Stream<Path> left = Files.list(data)) {
      assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith(".c"));
    }
  }

  @Test
  void are_not_all_that_a_server_can_be_asked() {
    create("dora@example.org");

    assertThat(run("people", "list").out()).contains("d…@example.org");
  }

  private static HttpResponse<Stream<String>> asks(String key) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(house.origin() + "/mcp"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2025-11-25")
                .POST(BodyPublishers.ofString(Said.elicit(1)))
                .build(),
            BodyHandlers.ofLines());
  }

  private static Ended create(String person) {
    return run(
        "keys",
        "create",
        "--person",
        person,
        "--name",
        "laptop",
        "--reach",
        "fixture=home,annex",
        "--private",
        "fixture=dms",
        "--read-only");
  }

  private static String idIn(String text) {
    var found = ID.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group();
  }

  private static String proof(String bearer) {
    try (Wire wire = house.wire()) {
      String answer =
          wire.send(
                  "POST /test/proof HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                      + "Content-Type: text/plain\r\nContent-Length: "
                      + bearer.length()
                      + "\r\n\r\n"
                      + bearer)
              .readAll();
      return answer.substring(answer.lastIndexOf('\n') + 1);
    }
  }

  private static Ended run(String... words) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(
                Stream.concat(Stream.of(words), Stream.of("--data", data.toString()))
                    .toArray(String[]::new));
    return new Ended(code, out.toString(), err.toString());
  }

  private record Ended(int code, String out, String err) {}
}
