package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.door.Transcript.Turn;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Scopes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// With `-Dtranscripts=write` it writes down what it hears, for somebody to read what changed.
@DisplayName("A conversation that was written down")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class TranscriptTest {
  private static final boolean WRITES = "write".equals(System.getProperty("transcripts"));
  private static final Pattern STATE = Pattern.compile("\"requestState\":\"([^\"]+)\"");
  private static final Pattern VERSION =
      Pattern.compile("(\"name\":\"sallyport\",[^{}]*\"version\":\")[^\"]+");
  private static final List<String> TOLD =
      List.of(
          "content-type",
          "cache-control",
          "www-authenticate",
          "allow",
          "vary",
          "retry-after",
          "x-accel-buffering",
          "access-control-");

  @TempDir static Path data;
  private static House house;

  /// Reaches the vault and has no right to read there.
  private static String key;

  @BeforeAll
  static void open() {
    house = House.in(data);
    key = house.key(Scopes.NONE, Map.of(new BackendId("fixture"), Reach.of(new SpaceId("vault"))));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  static Stream<Transcript> transcripts() {
    return Transcript.all();
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void goes_the_same_again(Transcript transcript) {
    Transcript again = played(transcript);
    if (WRITES) {
      again.write();
    }

    assertThat(WRITES ? transcript.name() : again.text())
        .isEqualTo(WRITES ? again.name() : transcript.text());
  }

  private static Transcript played(Transcript transcript) {
    List<Turn> turns = new ArrayList<>();
    String state = "";
    try (Client client = new Client(house.port())) {
      for (Turn turn : transcript.turns()) {
        Post post = turn.post(state);
        Heard heard = client.ask(post, key);
        assertThat(Official.faults(post, heard)).isEmpty();
        turns.add(turn.hearing(lines(heard)));
        Matcher given = STATE.matcher(heard.body());
        state = given.find() ? given.group(1) : state;
      }
    }
    return new Transcript(transcript.name(), turns);
  }

  /// What is written down of an answer: nothing that is another thing each time.
  private static List<String> lines(Heard heard) {
    List<String> lines = new ArrayList<>();
    lines.add("" + heard.status());
    heard.headers().stream()
        .filter(it -> TOLD.stream().anyMatch(it.toLowerCase(Locale.ROOT)::startsWith))
        .map(TranscriptTest::masked)
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .forEach(lines::add);
    if (!heard.body().isEmpty()) {
      lines.add("");
      masked(heard.body()).stripTrailing().lines().forEach(lines::add);
    }
    return lines;
  }

  private static String masked(String text) {
    String stateless = STATE.matcher(text).replaceAll("\"requestState\":\"(state)\"");
    return VERSION.matcher(stateless).replaceAll("$1(version)").replace(house.origin(), "(origin)");
  }
}
