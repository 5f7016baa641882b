package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.SocketClient;
import dev.sallyport.bootstrap.StreamClient;
import dev.sallyport.bootstrap.door.HiddenTest.Secret;
import dev.sallyport.bootstrap.fixture.AtticBackend;
import dev.sallyport.bootstrap.fixture.Contacts;
import dev.sallyport.bootstrap.fixture.Contacts.Count;
import dev.sallyport.bootstrap.settings.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

@DisplayName("What a grant does not reach, asked for over a line that stays,")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class HiddenOnLinesTest {
  @TempDir static Path data;
  private static House house;
  private static Contacts contacts;

  @BeforeAll
  static void open() {
    house = House.in(data, Map.of(Setting.DOOR_WEBSOCKET, "true", Setting.DOOR_HTTP_SSE, "true"));
    house.bean(AtticBackend.class).opens();
    contacts = house.bean(Contacts.class);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  static Stream<Secret> secrets() {
    return HiddenTest.secrets();
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void sounds_like_what_there_is_not_in_a_socket(Secret secret) throws Exception {
    String key = house.key(HiddenTest.SCOPES, Map.of());
    Count before = contacts.count();
    try (SocketClient client = SocketClient.at(house, key);
        SocketClient other = SocketClient.at(house, key)) {
      sounds(secret, it -> client.say(it).hearText(), it -> other.say(it).hearText());
    }
    assertThat(contacts.count()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void sounds_like_what_there_is_not_in_a_stream(Secret secret) throws Exception {
    String key = house.key(HiddenTest.SCOPES, Map.of());
    Count before = contacts.count();
    try (StreamClient client = StreamClient.at(house.port(), key);
        StreamClient other = StreamClient.at(house.port(), key)) {
      sounds(secret, it -> told(client, it), it -> told(other, it));
    }
    assertThat(contacts.count()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void is_there_in_a_socket_for_who_reaches_it(Secret secret) throws Exception {
    try (SocketClient client =
        SocketClient.at(house, house.key(HiddenTest.SCOPES, HiddenTest.ALL))) {
      isThere(secret, it -> client.say(it).hearText());
    }
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void is_there_in_a_stream_for_who_reaches_it(Secret secret) throws Exception {
    String key = house.key(HiddenTest.SCOPES, HiddenTest.ALL);
    try (StreamClient client = StreamClient.at(house.port(), key)) {
      isThere(secret, it -> told(client, it));
    }
  }

  private static void sounds(Secret secret, Line line, Line other) throws Exception {
    greet(secret, line);
    greet(secret, other);
    Heard hidden = heard(line.ask(secret.of(secret.thing().hidden()).raw()));
    Heard missing = heard(other.ask(secret.of(secret.thing().missing()).raw()));

    assertThat(secret.masked(hidden, secret.thing().hidden()))
        .isEqualTo(secret.masked(missing, secret.thing().missing()));
    assertThat(hidden.messages().getFirst().has("error")).isTrue();
  }

  private static void isThere(Secret secret, Line line) throws Exception {
    greet(secret, line);

    assertThat(line.ask(secret.of(secret.thing().hidden()).raw()))
        .doesNotContain("there is no such");
  }

  /// Agrees on the revision that a header says elsewhere, if it is not one that stands alone.
  private static void greet(Secret secret, Line line) throws Exception {
    Optional<String> revision =
        secret.of("x").headers().stream()
            .filter(it -> it.startsWith(Post.VERSION))
            .map(it -> it.substring(Post.VERSION.length()))
            .filter(it -> !it.equals(Post.MODERN))
            .findFirst();
    if (revision.isPresent()) {
      String params =
          "\"protocolVersion\":\"%s\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}"
              .formatted(revision.get());
      assertThat(line.ask(Words.legacy("0", "initialize", params))).contains(revision.get());
    }
  }

  private static String told(StreamClient client, String message) throws Exception {
    assertThat(client.say(message)).isEqualTo(202);
    return client.hearText();
  }

  private static Heard heard(String text) {
    return new Heard(200, List.of("content-type: application/json"), text);
  }

  /// Says one message and hears the next.
  interface Line {
    String ask(String message) throws Exception;
  }
}
