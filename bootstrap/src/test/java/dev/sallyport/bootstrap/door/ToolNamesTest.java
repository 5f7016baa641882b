package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A tool whose name has dots and hyphens")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ToolNamesTest {
  private static final String KNOWN = "cellar.tasting-note";
  private static final String UNDERSCORED = "cellar_tasting_note";
  private static final String REGION = "Mcp-Param-Region: ";

  @TempDir static Path data;
  private static final Map<Mode, Open> HOUSES = new EnumMap<>(Mode.class);

  @BeforeAll
  static void open() {
    Stream.of(Mode.values())
        .forEach(mode -> {
          House house =
              House.in(
                  data.resolve(mode.name()),
                  Map.of(Setting.DOOR_TOOL_NAMES, mode.name().toLowerCase(Locale.ROOT)));
          String key =
              house.key(
                  Scopes.of(new Scope("cellar:read")),
                  Map.of(new BackendId("cellar"), Reach.of(new SpaceId("vault"))));
          HOUSES.put(mode, new Open(house, key));
        });
  }

  @AfterAll
  static void close() {
    HOUSES.values().forEach(open -> open.house.close());
  }

  @ParameterizedTest
  @CsvSource({"KNOWN, " + KNOWN, "UNDERSCORE, " + UNDERSCORED})
  void is_listed_once_and_spelled_as_the_operator_wants_it(Mode mode, String told) {
    assertThat(Stream.of(Post.modern("7", "tools/list", ""), Post.silent("7", "tools/list", "")))
        .allSatisfy(list ->
            assertThat(names(ask(mode, list)))
                .filteredOn(name -> name.startsWith("cellar"))
                .containsExactly(told));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void is_called_either_way_whichever_is_listed(Mode mode, String name) {
    Post modern = Post.tool("7", name, "\"region\":\"eu\"").with(REGION + "eu");
    Post legacy =
        Post.legacy(
            "2025-11-25",
            "7",
            "tools/call",
            "\"name\":\"%s\",\"arguments\":{\"region\":\"eu\"}".formatted(name));

    assertThat(Stream.of(modern, legacy))
        .allSatisfy(call -> assertThat(ask(mode, call).body()).contains("Of eu"));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void is_named_in_the_header_as_in_the_body(Mode mode, String name) {
    Post call =
        Post.tool("7", name, "").instead(Post.NAME + (name.equals(KNOWN) ? UNDERSCORED : KNOWN));

    assertThat(ask(mode, call).summary()).isEqualTo("400 -32020 id 7");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void is_held_to_the_headers_of_its_arguments_either_way(Mode mode, String name) {
    Post call = Post.tool("7", name, "\"region\":\"eu\"").with(REGION + "us");

    assertThat(ask(mode, call).summary()).isEqualTo("400 -32020 id 7");
  }

  static Stream<Arguments> calls() {
    return Stream.of(Mode.values())
        .flatMap(mode -> Stream.of(KNOWN, UNDERSCORED).map(name -> Arguments.of(mode, name)));
  }

  private static Heard ask(Mode mode, Post post) {
    Open open = Objects.requireNonNull(HOUSES.get(mode));
    try (Client client = new Client(open.house.port())) {
      return client.ask(post, open.key);
    }
  }

  private static List<String> names(Heard heard) {
    return StreamSupport.stream(heard.last().at("/result/tools").spliterator(), false)
        .map(tool -> tool.path("name").asText())
        .toList();
  }

  enum Mode {
    KNOWN,
    UNDERSCORE
  }

  private record Open(House house, String key) {}
}
