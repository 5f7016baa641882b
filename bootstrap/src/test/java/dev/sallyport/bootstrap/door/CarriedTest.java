package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.in.SealState;
import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.fixture.Contacts;
import dev.sallyport.bootstrap.fixture.Contacts.Count;
import dev.sallyport.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a client carries for us")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class CarriedTest {
  private static final String TOOL = "test_input_required_result_request_state";
  private static final Duration LASTING = Duration.ofMinutes(1);
  private static final int MANY = 150;
  private static final Duration OVER = Duration.ofSeconds(-1);

  @TempDir static Path data;
  private static House house;
  private static Contacts contacts;
  private static SealState seals;
  private static String key;
  private static Caller caller;
  private static Caller stranger;

  @BeforeAll
  static void open() {
    house = House.in(data);
    contacts = house.bean(Contacts.class);
    seals = house.bean(SealState.class);
    key = house.key();
    caller = caller(key);
    stranger = caller(house.key());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void is_taken_back_as_it_was_given_out() {
    try (Client client = new Client(house.port())) {
      assertThat(client.ask(listing("tools/list", cursor(caller, "tools/list", LASTING)), key))
          .extracting(Heard::summary)
          .isEqualTo("200 result id 7");
      assertThat(client.ask(calling(state(caller, TOOL, LASTING)), key).body())
          .contains("state-ok");
    }
  }

  @ParameterizedTest
  @MethodSource("bad")
  void is_refused_where_it_is_not_the_same(Row row) {
    Count before = contacts.count();
    try (Client client = new Client(house.port())) {
      Heard heard = client.ask(row.post(), key);

      assertThat(Row.summary(heard)).isEqualTo(row.expected());
      assertThat(Official.faults(row.post(), heard)).isEmpty();
      assertThat(contacts.count()).isEqualTo(before);
    }
  }

  @Test
  void makes_who_brings_what_is_not_ours_too_often_wait() {
    String other = house.key();
    try (Client client = new Client(house.port())) {
      List<Heard> heard =
          IntStream.range(0, MANY).mapToObj(_ -> client.ask(calling("AAAA"), other)).toList();

      assertThat(heard.getFirst().summary()).isEqualTo("200 -32602 id 7");
      assertThat(heard.getLast().summary()).isEqualTo("429 -31429 id 7");
      assertThat(heard.getLast().first("Retry-After")).isPresent();
      assertThat(client.ask(listing("prompts/list", "AAAA"), other).status()).isEqualTo(429);
      assertThat(client.ask(listing("prompts/list", "AAAA"), key).status()).isEqualTo(200);
    }
  }

  static Stream<Row> bad() {
    return Stream.concat(cursors(), states());
  }

  private static Stream<Row> cursors() {
    String good = cursor(caller, "tools/list", LASTING);
    return Stream.concat(
        Stream.of(
            row(
                "a stranger's cursor",
                listing("tools/list", cursor(stranger, "tools/list", LASTING))),
            row("an old cursor", listing("tools/list", cursor(caller, "tools/list", OVER))),
            row("another list's cursor", listing("prompts/list", good)),
            row("a state as a cursor", listing("tools/list", state(caller, TOOL, LASTING)))),
        changed(good).map(it -> row("the changed cursor " + it, listing("tools/list", it))));
  }

  private static Stream<Row> states() {
    String good = state(caller, TOOL, LASTING);
    return Stream.concat(
        Stream.of(
            row("a stranger's state", calling(state(stranger, TOOL, LASTING))),
            row("an old state", calling(state(caller, TOOL, OVER))),
            row("another tool's state", calling(state(caller, "test_echo", LASTING))),
            row("a cursor as a state", calling(cursor(caller, "tools/list", LASTING)))),
        changed(good).map(it -> row("the changed state " + it, calling(it))));
  }

  /// Cut, lengthened, or with one character changed; the last one's bits do not all count.
  private static Stream<String> changed(String sealed) {
    return Stream.concat(
        Stream.of(
            sealed.substring(1),
            sealed.substring(0, sealed.length() - 4),
            sealed + sealed,
            sealed.toUpperCase(Locale.ROOT)),
        IntStream.iterate(0, at -> at < sealed.length() - 1, at -> at + 7)
            .mapToObj(at ->
                sealed.substring(0, at)
                    + (sealed.charAt(at) == 'A' ? 'B' : 'A')
                    + sealed.substring(at + 1)));
  }

  private static Row row(String name, Post post) {
    return new Row(name, post, "200 -32602 id 7");
  }

  private static Post listing(String method, String cursor) {
    return Post.modern("7", method, "\"cursor\":\"" + cursor + "\"");
  }

  private static Post calling(String state) {
    return Post.modern(
        "7",
        "tools/call",
        TOOL,
        "\"name\":\"%s\",\"requestState\":\"%s\",".formatted(TOOL, state)
            + "\"inputResponses\":{\"confirm\":{\"action\":\"accept\",\"content\":{\"ok\":true}}}");
  }

  private static String cursor(Caller whose, String list, Duration lasting) {
    return seals.seal(whose, "cursor " + list, "0", lasting);
  }

  /// As if the tool had asked, with no arguments.
  private static String state(Caller whose, String tool, Duration lasting) {
    return seals.seal(whose, hash("tools/call\n\"" + tool + "\"\n{}"), "kept", lasting);
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Caller caller(String bearer) {
    return house.bean(Authenticate.class).prove(Secret.of(bearer))
            instanceof Authenticate.Proof.Proven proven
        ? proven.caller()
        : unknown();
  }

  private static Caller unknown() {
    throw new IllegalStateException("a key that was made now is known");
  }
}
