package dev.sallyport.adapters.backend.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sallyport.application.backend.DocumentSource.Document;
import dev.sallyport.application.backend.DocumentSource.Hit;
import dev.sallyport.application.backend.DocumentSource.Reference;
import dev.sallyport.application.backend.Gateway;
import dev.sallyport.application.backend.Gateway.Fetched;
import dev.sallyport.application.backend.Gateway.LeftOut;
import dev.sallyport.application.backend.LinkSource.Target;
import dev.sallyport.application.backend.Outcome;
import dev.sallyport.application.backend.Outcome.Done;
import dev.sallyport.application.backend.Outcome.Failed;
import dev.sallyport.application.backend.Outcome.NotThere;
import dev.sallyport.application.backend.Outcome.Retry;
import dev.sallyport.application.backend.ReadTool;
import dev.sallyport.application.port.out.Arguments.Form;
import dev.sallyport.application.port.out.Arguments.Reading.Fits;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.tool.Provenance;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The gateway's own tools:")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GatewayToolsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Links LINKS = new Links("https://sally.example/");
  private static final SearchTool SEARCH = new SearchTool(LINKS);
  private static final FetchTool FETCH = new FetchTool(LINKS);
  private static final WhoamiTool WHOAMI = new WhoamiTool();
  private static final LinkTool LINK = new LinkTool();
  private static final String CHAT_ID = "chat:message:7:12/ä b";
  private static final String CHAT_URL =
      "https://sally.example/go/chat/message/7%3A12%2F%C3%A4%20b";

  private final Others others = new Others(_ -> true);

  @ParameterizedTest
  @ValueSource(strings = {"search", "fetch", "whoami"})
  void have_the_schemas_that_the_files_say(String name) throws IOException {
    Form<?, ?> form = form(name);

    assertThat(pretty(form.inputSchema())).isEqualTo(file(name + ".input.json"));
    assertThat(pretty(form.outputSchema())).isEqualTo(file(name + ".output.json"));
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Searching {
    @Test
    void answers_what_deep_research_takes_and_nothing_else() {
      assertThat(search("plan"))
          .isEqualTo(
              "{\"results\":[{\"id\":\"%s\",\"title\":\"The plan\",\"url\":\"%s\",\"snippet\":\"of the week\"}]}"
                  .formatted(CHAT_ID, CHAT_URL));
    }

    @Test
    void shows_no_other_content_and_says_where_all_of_it_came_from() {
      var done = (Done<SearchTool.Results>) act(SEARCH, "{\"query\":\"plan\"}");

      assertThat(done.content()).isEmpty();
      assertThat(done.provenance()).isEqualTo(Provenance.inside(Others.HOME));
    }

    @Test
    void that_finds_nothing_answers_an_empty_list() {
      assertThat(written(SEARCH, "{\"query\":\"plan\"}", new Others(_ -> false)))
          .isEqualTo("{\"results\":[]}");
    }

    @Test
    void for_blanks_asks_nobody() {
      assertThat(search("  ")).isEqualTo("{\"results\":[]}");
      assertThat(others.looked).isEmpty();
    }

    @Test
    void that_is_incomplete_says_so() {
      others.incomplete();

      assertThat(search("plan")).startsWith("{\"results\":[{").endsWith("}],\"partial\":true}");
    }

    @Test
    void that_had_to_leave_systems_out_says_which_and_why() {
      others.leavingOut(
          new LeftOut(new BackendId("library"), "The library is closed for assistants."),
          new LeftOut(new BackendId("wiki"), "It did not answer in time."));

      assertThat(search("plan"))
          .endsWith(
              "],\"partial\":true,\"notes\":[\"library: The library is closed for assistants.\","
                  + "\"wiki: It did not answer in time.\"]}");
    }

    @Test
    void calls_what_has_no_title_by_its_id_and_leaves_blank_snippets_out() {
      others.finding(hit(" ", " "));

      assertThat(search("plan"))
          .isEqualTo(
              "{\"results\":[{\"id\":\"%s\",\"title\":\"%s\",\"url\":\"%s\"}]}"
                  .formatted(CHAT_ID, CHAT_ID, CHAT_URL));
    }

    @Test
    void cuts_snippets_between_characters() {
      assertThat(snippetOf("x".repeat(200))).isEqualTo("x".repeat(200));
      assertThat(snippetOf("x".repeat(201))).isEqualTo("x".repeat(199) + "…");
      assertThat(snippetOf("x".repeat(198) + "\ud83d\ude00\ud83d\ude00"))
          .isEqualTo("x".repeat(198) + "…");
      assertThat(snippetOf("x".repeat(198) + "e\u0301e\u0301")).isEqualTo("x".repeat(198) + "…");
    }

    @Test
    void takes_up_to_a_thousand_characters() {
      assertThat(fits(SEARCH, "{\"query\":\"%s\"}".formatted("x".repeat(1_000)))).isPresent();
      assertThat(fits(SEARCH, "{\"query\":\"%s\"}".formatted("x".repeat(1_001)))).isEmpty();
      assertThat(fits(SEARCH, "{\"query\":\"\"}")).isEmpty();
    }

    private String search(String query) {
      return written(SEARCH, "{\"query\":\"%s\"}".formatted(query), others);
    }

    private String snippetOf(String text) {
      others.finding(hit("title", text));
      Outcome<SearchTool.Results> outcome = act(SEARCH, "{\"query\":\"plan\"}");
      return ((Done<SearchTool.Results>) outcome)
          .output()
          .results()
          .getFirst()
          .snippet()
          .orElseThrow();
    }

    private static Hit hit(String title, String snippet) {
      return new Hit(Others.MESSAGE, title, Optional.of(snippet), Optional.empty());
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Opening {
    @Test
    void answers_what_deep_research_takes_and_nothing_else() {
      assertThat(opened())
          .isEqualTo(
              "{\"id\":\"%s\",\"title\":\"The plan\",\"text\":\"all of it\",\"url\":\"%s\",\"metadata\":{\"author\":\"Ada\"}}"
                  .formatted(CHAT_ID, CHAT_URL));
    }

    @Test
    void splits_an_id_at_its_first_two_colons() {
      opened();

      assertThat(others.looked).containsExactly("chat message 7:12/ä b");
    }

    @Test
    void leaves_out_metadata_that_there_is_none_of() {
      others.opening(
          new Fetched.There(new Document("", "text", Map.of(), Optional.empty()), Provenance.NONE));

      assertThat(opened())
          .isEqualTo(
              "{\"id\":\"%s\",\"title\":\"%s\",\"text\":\"text\",\"url\":\"%s\"}"
                  .formatted(CHAT_ID, CHAT_ID, CHAT_URL));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "chat:message:8",
          "nobody:message:8",
          "chat:message:",
          "chat:message",
          "chat",
          ":",
          "::",
          "Chat:message:8",
          "chat:../..:8"
        })
    void finds_nothing_in_the_same_words_for_whatever_there_is_not(String id) {
      assertThat(act(FETCH, "{\"id\":\"%s\"}".formatted(id)))
          .isEqualTo(
              new NotThere<>("There is nothing under this id that this connection may read."));
    }

    @Test
    void may_be_tried_again_if_the_backend_did_not_answer() {
      others.opening(new Fetched.NotNow("It did not answer in time."));

      assertThat(act(FETCH, "{\"id\":\"%s\"}".formatted(CHAT_ID)))
          .isEqualTo(new Failed<>("It did not answer in time.", Retry.SAFE));
    }

    private String opened() {
      return written(FETCH, "{\"id\":\"%s\"}".formatted(CHAT_ID), others);
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Telling_who_it_is {
    @Test
    void answers_all_that_is_known_and_nothing_that_is_for_operators() throws IOException {
      assertThat(pretty(written(WHOAMI, "{}", others))).isEqualTo(file("whoami.json"));
    }

    @Test
    void is_for_hosts_that_ask_for_a_profile() {
      assertThat(WHOAMI.spec().profile()).isTrue();
      assertThat(SEARCH.spec().profile()).isFalse();
    }

    @Test
    void has_a_schema_that_is_closed_at_every_level() throws IOException {
      JsonNode schema = JSON.readTree(form("whoami").outputSchema());

      assertThat(schema.toString().split("\"properties\":")).hasSize(7);
      assertThat(schema.toString().split("\"additionalProperties\":false")).hasSize(7);
      assertThat(schema.at("/properties/id/pattern").textValue()).isEqualTo("\\S");
      assertThat(schema.at("/required/0").textValue()).isEqualTo("id");
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Links_to {
    @Test
    void things_are_read_as_they_are_written() {
      var link = new Links.Link(Others.CHAT, Others.MESSAGE);

      assertThat(Links.read(link.id())).hasValue(link);
    }

    @Test
    void things_escape_whatever_an_address_could_take_for_its_own() {
      var link = new Links.Link(Others.CHAT, new Reference("message", "a-._~Z9?#%+&=\ud83d\ude00"));

      assertThat(LINKS.address(link))
          .isEqualTo("https://sally.example/go/chat/message/a-._~Z9%3F%23%25%2B%26%3D%F0%9F%98%80");
    }
  }

  @Nested
  @DisplayNameGeneration(ReplaceUnderscores.class)
  class Following_a_link {
    private static final String ADDRESS =
        "{\"backend\":\"chat\",\"kind\":\"message\",\"id\":\"7:12/ä b\"}";

    @Test
    void leads_to_the_backends_own_page() {
      others.opening(there(Optional.of(URI.create("https://chat.example/7/12"))));

      assertThat(written(LINK, ADDRESS, others))
          .isEqualTo("{\"page\":\"https://chat.example/7/12\"}");
      assertThat(others.looked).containsExactly("chat message 7:12/ä b");
    }

    @Test
    void leads_nowhere_if_there_is_no_page() {
      others.opening(there(Optional.empty()));

      assertThat(written(LINK, ADDRESS, others)).isEqualTo("{}");
    }

    @Test
    void says_where_it_was_read() {
      others.opening(there(Optional.empty()));

      assertThat(((Done<Target>) act(LINK, ADDRESS)).provenance())
          .isEqualTo(Provenance.inside(Others.HOME));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"backend\":\"CHAT\",\"kind\":\"message\",\"id\":\"7\"}",
          "{\"backend\":\"chat\",\"kind\":\"a:b\",\"id\":\"7\"}",
          "{\"backend\":\"chat\",\"kind\":\"message\",\"id\":\" \"}",
          "{\"backend\":\"\",\"kind\":\"\",\"id\":\"\"}"
        })
    void that_can_be_of_nothing_asks_nobody_and_sounds_like_what_is_not_there(String address) {
      Outcome<Target> end = act(LINK, address);
      assertThat(others.looked).isEmpty();
      others.opening(new Fetched.NotThere());

      assertThat(end).isEqualTo(act(LINK, ADDRESS)).isInstanceOf(NotThere.class);
    }

    @Test
    void can_be_tried_again_where_the_backend_is_away() {
      others.opening(new Fetched.NotNow("It is away."));

      assertThat(act(LINK, ADDRESS)).isEqualTo(new Failed<>("It is away.", Retry.SAFE));
    }

    private static Fetched there(Optional<URI> page) {
      return new Fetched.There(
          new Document("The plan", "all of it", Map.of(), page), Provenance.inside(Others.HOME));
    }
  }

  private <I, O> Outcome<O> act(ReadTool<I, O> tool, String json) {
    return act(tool, json, others);
  }

  private static <I, O> Outcome<O> act(ReadTool<I, O> tool, String json, Gateway asked) {
    return tool.act(fits(tool, json).orElseThrow(), GatewayBackendTest.asking(asked));
  }

  private static <I, O> String written(ReadTool<I, O> tool, String json, Gateway asked) {
    return GatewayBackendTest.json().form(tool).write(((Done<O>) act(tool, json, asked)).output());
  }

  private static <I, O> Optional<I> fits(ReadTool<I, O> tool, String json) {
    return GatewayBackendTest.json().form(tool).read(json) instanceof Fits<I> fits
        ? Optional.of(fits.input())
        : Optional.empty();
  }

  private static Form<?, ?> form(String name) {
    return List.<ReadTool<?, ?>>of(SEARCH, FETCH, WHOAMI).stream()
        .filter(tool -> tool.spec().name().value().equals(name))
        .<Form<?, ?>>map(tool -> GatewayBackendTest.json().form(tool))
        .findFirst()
        .orElseThrow();
  }

  private static String pretty(String json) throws IOException {
    return JSON.readTree(json).toPrettyString() + "\n";
  }

  private static String file(String name) throws IOException {
    try (var file = GatewayToolsTest.class.getResourceAsStream(name)) {
      return file == null ? "there is no " + name : new String(file.readAllBytes(), UTF_8);
    }
  }
}
