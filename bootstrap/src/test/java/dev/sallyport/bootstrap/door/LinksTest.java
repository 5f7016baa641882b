package dev.sallyport.bootstrap.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.fixture.Contacts;
import dev.sallyport.bootstrap.fixture.Contacts.Count;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A link")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class LinksTest {
  private static final String BOOK = "/go/library/book/dune%2F7%20%C3%A4";
  private static final BackendId LIBRARY = new BackendId("library");
  private static final Scopes READING = Scopes.of(new Scope("library:read"));
  private static final Reach VAULT = Reach.of(new SpaceId("vault"));
  private static final int FEW = 3;

  @TempDir static Path data;
  @TempDir Path another;
  private static House house;
  private static String key;

  /// Has the right and no place to use it.
  private static String outside;

  @BeforeAll
  static void open() {
    house = House.in(data, Map.of(Setting.STRANGERS_PER_ADDRESS, "1000"));
    key = house.key(READING, Map.of(LIBRARY, VAULT));
    outside = house.key(READING, Map.of());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void leads_to_the_backends_own_page(String method) {
    Heard heard = ask(post(method, BOOK), key);

    assertThat(heard.status()).isEqualTo(303);
    assertThat(heard.all("Location"))
        .containsExactly("https://library.example.org/dune?page=7#top");
    assertThat(heard.body()).isEmpty();
    assertThat(heard.all("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(heard.all("Cache-Control")).containsExactly("no-store");
  }

  @Test
  void leads_there_whatever_somebody_hung_on_to_it() {
    Heard heard = ask(post("GET", BOOK + "?utm_source=x&to=https://evil.example"), key);

    assertThat(heard.all("Location"))
        .containsExactly("https://library.example.org/dune?page=7#top");
  }

  @Test
  void is_what_fetch_gives_out() {
    Heard fetched = ask(Post.tool("1", "fetch", "\"id\":\"library:book:dune/7 ä\""), key);

    assertThat(fetched.last().at("/result/structuredContent/url").asText()).endsWith(BOOK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "library:book:none",
        "library:book:elsewhere",
        "cellar:bottle:1",
        "nobody:x:1",
        "x"
      })
  void to_nothing_is_what_fetch_cannot_find_and_nothing_has_failed(String id) {
    Heard heard = ask(Post.tool("1", "fetch", "\"id\":\"" + id + "\""), key);

    assertThat(heard.last().at("/result/isError").asBoolean()).isTrue();
    assertThat(heard.last().at("/result/_meta/dev.sallyport~1refusal").toString())
        .isEqualTo(
            "{\"code\":\"not_found\",\"rule\":\"thing-is-there\",\"message\":\"There is nothing under"
                + " this id that this connection may read.\",\"remedy\":\"Search again and use an id"
                + " that the answer names.\"}");
  }

  @Test
  void is_opened_by_one_call_of_the_backend() {
    Count before = contacts();
    ask(post("GET", BOOK), key);

    assertThat(contacts()).isEqualTo(before.after(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft", "script", "open"})
  void to_what_has_no_page_that_anybody_is_sent_to_says_so(String id) {
    Heard heard = ask(post("GET", "/go/library/book/" + id), key);

    assertThat(heard.status()).isEqualTo(200);
    assertThat(heard.all("Location")).isEmpty();
    assertThat(heard.body()).contains("no page of its own").doesNotContain("javascript", "http://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://library.example.org/dune",
        "https://LIBRARY.example.org/dune",
        "https://library.example.org:443/dune"
      })
  void leads_to_wherever_the_backend_shows_its_things(String page) {
    assertThat(ask(post("GET", to(page)), key).all("Location")).containsExactly(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/dune",
        "https://library.example.org@evil.example/",
        "https://library.example.org:443@evil.example/",
        "https://ada@library.example.org/",
        "https://library.example.org.evil.example/",
        "https://evil-library.example.org/",
        "https://a.library.example.org/",
        "https://example.org/",
        "https://library.example.org:8443/",
        "https://library.example.org./",
        "https://libr\u0430ry.example.org/",
        "https://library\u3002example.org/",
        "https://evil.example/?https://library.example.org/"
      })
  void leads_nowhere_else_whatever_somebody_wrote_there(String page) {
    Heard heard = ask(post("GET", to(page)), key);

    assertThat(heard.status()).isEqualTo(200);
    assertThat(heard.all("Location")).isEmpty();
    assertThat(heard.body())
        .isEqualTo(ask(post("GET", "/go/library/book/draft"), key).body())
        .contains("no page of its own");
  }

  @Test
  void to_what_is_not_there_or_not_in_reach_is_answered_to_the_byte_alike() {
    String missing = page("/go/library/book/none", key);

    assertThat(missing).startsWith("404").contains("There is nothing here");
    assertThat(
            List.of(
                page("/go/library/book/elsewhere", key),
                page("/go/library/Book/none", key),
                page("/go/cellar/bottle/1", key),
                page("/go/fixture/x/1", key),
                page("/go/nobody/x/1", key),
                page("/go/NOBODY/x/1", key),
                page("/go/library/book/a%3ab", key),
                page("/go/library/book/", key),
                page("/go/library/book/1/2", key),
                page("/go/library/book/..%2F..%2Fetc", key),
                page("/go/library/book/%00", key),
                page("/go/", key),
                page("/go", key),
                page(BOOK, outside),
                page("/go/library/book/away", outside)))
        .containsOnly(missing);
  }

  @Test
  void to_a_backend_that_is_away_can_be_tried_again() {
    Heard heard = ask(post("GET", "/go/library/book/away"), key);

    assertThat(heard.status()).isEqualTo(503);
    assertThat(heard.all("Retry-After")).containsExactly("5");
    assertThat(heard.body()).contains("The library does not answer.");
  }

  @Test
  void tells_nothing_to_whoever_is_not_signed_in() {
    Count before = contacts();
    Heard heard = ask(post("GET", BOOK).without("Authorization"), "");

    assertThat(heard.status()).isEqualTo(401);
    assertThat(heard.all("WWW-Authenticate")).containsExactly("Bearer realm=\"Sallyport\"");
    assertThat(heard.first("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(heard.body())
        .contains("A link into a team’s systems", "Authorization: Bearer")
        .isEqualTo(ask(post("GET", "/go/no/such/thing"), "wrong").body())
        .isEqualTo(ask(post("GET", "/go"), "wrong").body());
    assertThat(contacts()).isEqualTo(before);
  }

  @Test
  void says_to_whoever_shows_a_bad_token_that_it_is_bad() {
    assertThat(ask(post("GET", BOOK), "wrong").all("WWW-Authenticate"))
        .containsExactly("Bearer realm=\"Sallyport\", error=\"invalid_token\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void is_opened_and_nothing_else_is_done_with_it(String method) {
    Heard heard = ask(post(method, BOOK), key);

    assertThat(heard.status()).isEqualTo(405);
    assertThat(heard.all("Allow")).containsExactly("GET, HEAD");
  }

  @Test
  void is_knocked_at_as_often_as_the_other_door_allows_and_they_count_together() {
    try (House strict = House.in(another, Map.of(Setting.STRANGERS_PER_ADDRESS, "" + FEW));
        var client = new Client(strict.port())) {
      String good = strict.key();
      Post ping = Post.silent("1", "ping", "");
      assertThat(client.ask(post("GET", BOOK), good).status()).isEqualTo(404);
      assertThat(client.ask(post("GET", BOOK), "wrong").status()).isEqualTo(401);
      assertThat(client.ask(ping, "wrong").status()).isEqualTo(401);
      assertThat(client.ask(post("GET", BOOK).without("Authorization"), "").status())
          .isEqualTo(401);
      Heard late = client.ask(post("GET", BOOK), "wrong");

      assertThat(late.status()).isEqualTo(429);
      assertThat(late.first("Retry-After")).isPresent();
      assertThat(client.ask(ping, "wrong").status()).isEqualTo(429);
      assertThat(client.ask(post("GET", BOOK), strict.key()).status()).isEqualTo(429);
      assertThat(client.ask(post("GET", BOOK), good).status()).isEqualTo(404);
    }
  }

  private static String to(String page) {
    return "/go/library/book/" + URLEncoder.encode(page, UTF_8);
  }

  private static Count contacts() {
    return house.bean(Contacts.class).count();
  }

  /// All that tells one answer from another.
  private static String page(String path, String bearer) {
    Heard heard = ask(post("GET", path), bearer);
    List<String> headers =
        heard.headers().stream()
            .filter(it -> !it.toLowerCase(Locale.ROOT).matches("(date|x-request-id):.*"))
            .toList();
    return heard.status() + "\n" + headers + "\n" + heard.body();
  }

  private static Post post(String method, String path) {
    return new Post(
        method + " " + path + " HTTP/1.1",
        List.of("Host: 127.0.0.1", "Authorization: Bearer {key}"),
        "");
  }

  private static Heard ask(Post post, String bearer) {
    try (var client = new Client(house.port())) {
      return client.ask(post, bearer);
    }
  }
}
