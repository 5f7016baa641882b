package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.door.HiddenTest.Secret;
import dev.sallyport.bootstrap.door.HiddenTest.Thing;
import dev.sallyport.bootstrap.door.HiddenTest.Way;
import dev.sallyport.bootstrap.fixture.Contacts;
import dev.sallyport.bootstrap.fixture.Contacts.Count;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

@DisplayName("A tool that is not in the set of the client")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ToolSetTest {
  @TempDir static Path data;
  private static House house;
  private static Contacts contacts;
  private static String key;

  @BeforeAll
  static void open() {
    house =
        House.in(
            data,
            Map.of(),
            Map.of(
                "SALLYPORT_TOOL_SETS_RESEARCH_CLIENTS", "api-keys",
                "SALLYPORT_TOOL_SETS_RESEARCH_TOOLS", "search, fetch, test_simple_*"));
    contacts = house.bean(Contacts.class);
    key = house.key();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  static Stream<Secret> secrets() {
    return Stream.of(
            new Thing("tools/call", "test_echo", "test_ekho", "\"name\":\"%s\""),
            new Thing(
                "tools/call",
                "test_echo",
                "test_ekho",
                "\"name\":\"%s\",\"arguments\":{\"marker\":\"x\"}"))
        .flatMap(thing -> Way.all().map(way -> new Secret(thing, way)));
  }

  static Stream<Post> lists() {
    return Stream.of(
        Post.modern("7", "tools/list", ""),
        Post.legacy("2025-11-25", "7", "tools/list", ""),
        Post.legacy("2025-06-18", "7", "tools/list", ""),
        Post.silent("7", "tools/list", ""));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void sounds_like_one_there_is_not_and_contacts_nothing(Secret secret) {
    Count before = contacts.count();
    try (Client client = new Client(house.port())) {
      Heard hidden = client.ask(secret.of(secret.thing().hidden()), key);
      Heard missing = client.ask(secret.of(secret.thing().missing()), key);

      assertThat(secret.masked(hidden, secret.thing().hidden()))
          .isEqualTo(secret.masked(missing, secret.thing().missing()));
      assertThat(hidden.messages().getFirst().at("/error/code").asInt()).isEqualTo(-32602);
      assertThat(contacts.count()).isEqualTo(before);
    }
  }

  /// Twice, since the second list is one that was written before.
  @ParameterizedTest
  @MethodSource("lists")
  void is_on_no_list(Post list) {
    try (Client client = new Client(house.port())) {
      List<List<String>> heard =
          List.of(names(client.ask(list, key)), names(client.ask(list, key)));

      assertThat(heard).containsOnly(List.of("fetch", "search", "test_simple_text"));
    }
  }

  private static List<String> names(Heard heard) {
    JsonNode tools = heard.last().at("/result/tools");
    return StreamSupport.stream(tools.spliterator(), false)
        .map(tool -> tool.path("name").asText())
        .toList();
  }
}
