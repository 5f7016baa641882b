package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Scopes;
import java.nio.file.Path;
import java.util.Map;
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

@DisplayName("For want of a right")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class StepUpTest {
  private static final String TOOL = "test_placed";
  private static final Post CALL = Post.tool("7", TOOL, "");
  private static final Post OLDER =
      Post.legacy("2025-11-25", "7", "tools/call", "\"name\":\"test_placed\"");
  private static final Post BATCH = Post.silent("7", "tools/call", "\"name\":\"test_placed\"");

  @TempDir static Path known;
  @TempDir static Path others;
  private static House house;
  private static House elsewhere;

  @BeforeAll
  static void open() {
    house = House.in(known, Map.of(Setting.DOOR_STEP_UP, "another,api-keys"));
    elsewhere = House.in(others, Map.of(Setting.DOOR_STEP_UP, "another"));
  }

  @AfterAll
  static void close() {
    house.close();
    elsewhere.close();
  }

  static Stream<Post> calls() {
    return Stream.of(
        CALL,
        OLDER,
        Post.modern("7", "resources/read", "cellar://wine", "\"uri\":\"cellar://wine\""),
        Post.modern("7", "prompts/get", "cellar_prompt", "\"name\":\"cellar_prompt\""),
        Post.legacy("2025-11-25", "7", "prompts/get", "\"name\":\"cellar_prompt\""),
        completing("\"type\":\"ref/prompt\",\"name\":\"cellar_prompt\""),
        completing("\"type\":\"ref/resource\",\"uri\":\"cellar://bottle/{id}\""));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void a_client_that_goes_for_more_is_sent(Post post) {
    Heard heard = ask(house, post);

    assertThat(heard.summary()).isEqualTo("403 -31403 id 7 challenged");
    assertThat(heard.first("WWW-Authenticate").orElseThrow())
        .matches(
            "Bearer resource_metadata=\"http://localhost:\\d+/.well-known/oauth-protected-resource/mcp\","
                + " scope=\"(fixture|cellar):read\", error=\"insufficient_scope\","
                + " error_description=\"The connection lacks a right for this\"");
    assertThat(heard.last().at("/error/data/rule").asText()).isEqualTo("scope-covers-tool");
    assertThat(Official.faults(post, heard)).isEmpty();
  }

  @Test
  void any_other_client_reads_so_in_a_result() {
    Heard heard = ask(elsewhere, CALL);

    assertThat(heard.summary()).isEqualTo("200 isError id 7");
    assertThat(heard.last().at("/result/_meta/mcp~1www_authenticate/0").asText())
        .contains("scope=\"fixture:read\", error=\"insufficient_scope\"");
  }

  @Test
  void what_shares_its_answer_with_others_has_no_status_of_its_own() {
    Heard heard = ask(house, BATCH.saying("[" + BATCH.raw() + "]"));

    assertThat(heard.summary()).isEqualTo("200 [isError id 7]");
    assertThat(heard.body()).contains("mcp/www_authenticate");
  }

  @Test
  void nobody_is_sent_who_lacks_something_else() {
    assertThat(ask(house, Post.tool("7", "no_such_tool", "")).status()).isEqualTo(200);
  }

  private static Post completing(String ref) {
    return Post.modern(
        "7",
        "completion/complete",
        "\"ref\":{%s},\"argument\":{\"name\":\"x\",\"value\":\"1\"}".formatted(ref));
  }

  private static Heard ask(House at, Post post) {
    Reach vault = Reach.of(new SpaceId("vault"));
    String key =
        at.key(
            Scopes.NONE, Map.of(new BackendId("fixture"), vault, new BackendId("cellar"), vault));
    try (var client = new Client(at.port())) {
      return client.ask(post, key);
    }
  }
}
