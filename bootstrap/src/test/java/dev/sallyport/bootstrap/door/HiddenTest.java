package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.fixture.AtticBackend;
import dev.sallyport.bootstrap.fixture.Contacts;
import dev.sallyport.bootstrap.fixture.Contacts.Count;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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

@DisplayName("What a grant does not reach")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class HiddenTest {
  static final Scopes SCOPES = Scopes.of(new Scope("fixture:read"), new Scope("cellar:read"));
  private static final Reach VAULT = Reach.of(new SpaceId("vault"));
  static final Map<BackendId, Reach> ALL =
      Map.of(new BackendId("fixture"), VAULT, new BackendId("cellar"), VAULT);

  @TempDir static Path data;
  private static House house;
  private static Contacts contacts;

  /// Has every right and no place to use it.
  private static String outside;

  private static String inside;

  @BeforeAll
  static void open() {
    house = House.in(data);
    // what nobody here reaches takes no place of what somebody does
    house.bean(AtticBackend.class).opens();
    contacts = house.bean(Contacts.class);
    outside = house.key(SCOPES, Map.of());
    inside = house.key(SCOPES, ALL);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  /// Every way to ask for something, under a name that there is and one that there is not.
  static Stream<Secret> secrets() {
    return Stream.of(
            new Thing("tools/call", "test_placed", "test_plaked", "\"name\":\"%s\""),
            new Thing(
                "tools/call",
                "test_placed",
                "test_placed",
                "\"name\":\"%s\",\"arguments\":{\"x\":1}"),
            new Thing("resources/read", "cellar://wine", "cellar://vine", "\"uri\":\"%s\""),
            new Thing("resources/read", "cellar://bottle/1", "cellar://bottl/11", "\"uri\":\"%s\""),
            new Thing("prompts/get", "cellar_prompt", "celler_prompt", "\"name\":\"%s\""),
            new Thing(
                "prompts/get",
                "cellar_prompt",
                "celler_prompt",
                "\"name\":\"%s\",\"arguments\":{\"x\":1}"),
            new Thing(
                "completion/complete",
                "cellar_prompt",
                "celler_prompt",
                "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"%s\"},"
                    + "\"argument\":{\"name\":\"x\",\"value\":\"1\"}"),
            new Thing(
                "completion/complete",
                "cellar://bottle/{id}",
                "cellar://bottel/{id}",
                "\"ref\":{\"type\":\"ref/resource\",\"uri\":\"%s\"},"
                    + "\"argument\":{\"name\":\"id\",\"value\":\"1\"}"))
        .flatMap(thing -> Way.all().map(way -> new Secret(thing, way)));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void sounds_like_what_there_is_not(Secret secret) {
    Count before = contacts.count();
    try (Client client = new Client(house.port())) {
      Heard hidden = client.ask(secret.of(secret.thing().hidden()), outside);
      Heard missing = client.ask(secret.of(secret.thing().missing()), outside);

      assertThat(secret.masked(hidden, secret.thing().hidden()))
          .isEqualTo(secret.masked(missing, secret.thing().missing()));
      assertThat(hidden.messages().getFirst().has("error")).isTrue();
      assertThat(Official.faults(secret.of(secret.thing().hidden()), hidden)).isEmpty();
      assertThat(contacts.count()).isEqualTo(before);
    }
  }

  /// Or else it would be no wonder that it sounds so.
  @ParameterizedTest
  @MethodSource("secrets")
  void is_there_for_who_reaches_it(Secret secret) {
    try (Client client = new Client(house.port())) {
      Heard heard = client.ask(secret.of(secret.thing().hidden()), inside);

      assertThat(heard.body()).doesNotContain("there is no such");
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void is_on_no_list(Post list) {
    try (Client client = new Client(house.port())) {
      assertThat(client.ask(list, outside).body())
          .doesNotContain("test_placed", "cellar", "bottle");
      Heard whole = client.ask(list, inside);

      assertThat(whole.body()).containsAnyOf("test_placed", "cellar");
      assertThat(Official.faults(list, whole)).isEmpty();
    }
  }

  static Stream<Post> lists() {
    return Stream.of("tools/list", "prompts/list", "resources/list", "resources/templates/list")
        .flatMap(list ->
            Stream.of(
                Post.modern("7", list, ""),
                Post.legacy("2025-11-25", "7", list, ""),
                Post.silent("7", list, "")));
  }

  /// @param params with a gap for the name
  record Thing(String method, String hidden, String missing, String params) {
    String with(String name) {
      return params.formatted(name);
    }
  }

  /// How one asks.
  record Way(String name, Asking asking) {
    private static final Way ALONE =
        new Way("alone", (thing, name) -> Post.modern("7", thing.method(), name, thing.with(name)));
    private static final Way SILENT =
        new Way("silent", (thing, name) -> Post.silent("7", thing.method(), thing.with(name)));

    static Stream<Way> all() {
      List<Way> ways =
          Stream.concat(
                  Stream.of(ALONE, SILENT),
                  Stream.of("2025-11-25", "2025-06-18", "2025-03-26")
                      .map(it ->
                          new Way(
                              it,
                              (thing, name) ->
                                  Post.legacy(it, "7", thing.method(), thing.with(name)))))
              .toList();
      return Stream.of(
              ways.stream(),
              ways.stream().map(Way::streaming),
              ways.stream()
                  .filter(it -> Set.of("silent", "2025-03-26").contains(it.name()))
                  .map(Way::heaped))
          .flatMap(them -> them);
    }

    /// The same with a token for progress.
    private Way streaming() {
      return changed(
          "streaming",
          raw ->
              raw.contains("\"_meta\":{")
                  ? raw.replace("\"_meta\":{", "\"_meta\":{\"progressToken\":\"t\",")
                  : raw.replace(
                      "\"params\":{", "\"params\":{\"_meta\":{\"progressToken\":\"t\"},"));
    }

    /// The same twice, in a batch.
    private Way heaped() {
      return changed("heaped", raw -> "[" + raw + "," + raw.replace("\"id\":7", "\"id\":8") + "]");
    }

    private Way changed(String how, UnaryOperator<String> change) {
      return new Way(
          name + " " + how,
          (thing, it) -> {
            Post post = asking.with(thing, it);
            return post.saying(change.apply(post.raw()));
          });
    }
  }

  /// Asks for one name.
  interface Asking {
    Post with(Thing thing, String name);
  }

  /// One thing, asked for in one way.
  record Secret(Thing thing, Way way) {
    private static final List<String> PASSING = List.of("date:", "x-request-id:", "ratelimit:");

    Post of(String name) {
      return way.asking.with(thing, name);
    }

    /// All that came, but for what was echoed and what passes with time.
    String masked(Heard heard, String name) {
      UnaryOperator<String> mask = text -> text.replace(name, "(name)");
      List<String> headers =
          heard.headers().stream()
              .filter(it -> PASSING.stream().noneMatch(it.toLowerCase(Locale.ROOT)::startsWith))
              .map(it ->
                  it.toLowerCase(Locale.ROOT).startsWith("content-length")
                      ? "content-length: " + length(heard, name)
                      : it)
              .toList();
      return heard.status() + "\n" + headers + "\n" + mask.apply(body(heard));
    }

    /// Answers of a batch come in any order.
    private static String body(Heard heard) {
      return heard.body().startsWith("[")
          ? heard.messages().stream().map(JsonNode::toString).sorted().toList().toString()
          : heard.body();
    }

    @Override
    public String toString() {
      return "%s %s, %s".formatted(thing.method(), thing.hidden(), way.name());
    }

    private static int length(Heard heard, String name) {
      return heard.body().replace(name, "").length();
    }
  }
}
