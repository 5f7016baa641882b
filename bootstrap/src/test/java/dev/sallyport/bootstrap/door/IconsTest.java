package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.bootstrap.House;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Icons")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class IconsTest {
  private static final Map<String, String> LISTS =
      Map.of(
          "tools/list", "tools",
          "prompts/list", "prompts",
          "resources/list", "resources",
          "resources/templates/list", "resourceTemplates");

  @TempDir static Path data;
  private static House house;
  private static String key;

  @BeforeAll
  static void open() {
    house = House.in(data);
    key =
        house.key(
            Scopes.of(new Scope("cellar:read")),
            Map.of(new BackendId("cellar"), Reach.of(new SpaceId("vault"))));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  static Stream<String> lists() {
    return LISTS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("lists")
  void stand_beside_everything_that_is_listed_and_are_served_here(String list) {
    List<JsonNode> items = items(Post.modern("1", list, ""), list);

    assertThat(items)
        .isNotEmpty()
        .allSatisfy(item -> assertThat(item.path("icons")).hasSize(1))
        .extracting(item -> item.at("/icons/0/mimeType").asText())
        .containsOnly("image/svg+xml");
    assertThat(items).extracting(IconsTest::icon).allMatch(it -> get(it).status() == 200);
    assertThat(items(Post.legacy("2025-11-25", "1", list, ""), list))
        .extracting(IconsTest::icon)
        .isEqualTo(items.stream().map(IconsTest::icon).toList());
  }

  @ParameterizedTest
  @MethodSource("lists")
  void are_not_told_to_clients_that_know_none(String list) {
    assertThat(items(Post.legacy("2025-06-18", "1", list, ""), list))
        .isNotEmpty()
        .noneMatch(item -> item.has("icons"));
    assertThat(items(Post.silent("1", list, ""), list))
        .isNotEmpty()
        .noneMatch(item -> item.has("icons"));
  }

  @ParameterizedTest
  @CsvSource({"2025-11-25, true", "2025-06-18, false", "2025-03-26, false"})
  void stand_beside_our_name_where_the_agreed_revision_knows_them(String revision, boolean known) {
    Post greeting = Post.silent("1", "initialize", "\"protocolVersion\":\"" + revision + "\"");

    assertThat(ask(greeting).last().at("/result/serverInfo").has("icons")).isEqualTo(known);
  }

  @Test
  void stand_beside_our_name_where_there_is_no_handshake() {
    assertThat(
            ask(Post.modern("1", "server/discover", ""))
                .last()
                .at("/result/_meta")
                .path("io.modelcontextprotocol/serverInfo")
                .has("icons"))
        .isTrue();
  }

  @Test
  void of_one_kind_are_its_own_and_of_another_ours() {
    String ours = get("/favicon.ico").body();

    assertThat(get("/icons/gateway.svg").body()).startsWith("<svg").isNotEqualTo(ours);
    assertThat(get("/icons/cellar.svg").body()).isEqualTo(ours);
    assertThat(get("/icons/nobody-has-this.svg").body()).isEqualTo(ours);
  }

  @Test
  void may_be_shown_on_pages_of_others_and_kept_a_day() {
    Heard heard = get("/icons/gateway.svg");

    assertThat(heard.first("Content-Type")).contains("image/svg+xml");
    assertThat(heard.all("Cross-Origin-Resource-Policy")).containsExactly("cross-origin");
    assertThat(heard.all("Cache-Control")).containsExactly("public, max-age=86400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/icons/",
        "/icons/gateway",
        "/icons/gateway.png",
        "/icons/Gateway.svg",
        "/icons/..%2Ficon.svg",
        "/icons/../icon.svg",
        "/icons/%2e%2e/icon.svg",
        "/icons/gateway/x.svg"
      })
  void are_found_under_the_names_of_kinds_alone(String path) {
    assertThat(get(path).status()).isEqualTo(404);
  }

  private static List<JsonNode> items(Post post, String list) {
    JsonNode items = ask(post).last().path("result").path(LISTS.get(list));
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  /// Its path, on our own origin.
  private static String icon(JsonNode item) {
    String address = item.at("/icons/0/src").asText();
    assertThat(address).startsWith("http://localhost:");
    return address.substring(address.indexOf('/', "http://".length()));
  }

  private static Heard ask(Post post) {
    try (var client = new Client(house.port())) {
      return client.ask(post, key);
    }
  }

  private static Heard get(String path) {
    return ask(new Post("GET " + path + " HTTP/1.1", List.of("Host: 127.0.0.1"), ""));
  }
}
