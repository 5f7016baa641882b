package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.Plans;
import dev.sallyport.bootstrap.House;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Plan;
import java.nio.file.Path;
import java.time.Instant;
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

@DisplayName("How limits stand")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class StandingsTest {
  private static final String POLICY = "\"key-minute\";q=6;w=60";
  private static final Post CALL = Post.tool("1", "test_simple_text", "");
  private static final Post PING = Post.silent("1", "ping", "");

  @TempDir static Path data;
  private static House house;

  @BeforeAll
  static void open() {
    house = House.in(data);
    Plans plans = house.bean(Plans.class);
    plans.put(
        bounded(plans.find(new PlanId("unlimited")).orElseThrow()),
        Instant.parse("2001-01-01T00:00:00Z"));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  static Stream<Post> posts() {
    return Stream.of(
        CALL,
        Post.modern("1", "server/discover", ""),
        Post.modern("1", "tools/list", ""),
        Post.modern("1", "prompts/list", ""),
        Post.modern("1", "resources/read", "x://y", "\"uri\":\"x://y\""),
        Post.modern("1", "no/such", ""),
        Post.tool("1", "no_such", ""),
        Post.legacy("2025-11-25", "1", "tools/list", ""),
        Post.silent("1", "initialize", "\"protocolVersion\":\"2025-06-18\""),
        PING,
        PING.saying("[" + PING.raw() + "," + PING.raw().replace(":1", ":2") + "]"),
        PING.saying("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}"),
        PING.saying("{"),
        PING.instead("Content-Type: text/plain"),
        PING.starting("DELETE /mcp HTTP/1.1"));
  }

  @ParameterizedTest
  @MethodSource("posts")
  void is_said_once_with_every_answer(Post post) {
    String key = house.key();
    try (var client = new Client(house.port())) {
      client.ask(CALL, key);
      Heard heard = client.ask(post, key);

      assertThat(heard.all("RateLimit-Policy")).containsExactly(POLICY);
      assertThat(heard.all("RateLimit"))
          .singleElement()
          .asString()
          .matches("\"key-minute\";r=[45];t=[12]?[0-9]");
    }
  }

  @Test
  void is_said_at_the_head_of_a_stream() {
    Post telling = Post.tool("1", "test_echo", "\"marker\":\"m\"");
    Heard heard =
        ask(
            telling.saying(
                telling.raw().replace("\"_meta\":{", "\"_meta\":{\"progressToken\":1,")));

    assertThat(heard.isStream()).isTrue();
    assertThat(heard.all("RateLimit-Policy")).containsExactly(POLICY);
    assertThat(heard.all("RateLimit")).singleElement().asString().contains(";r=5;");
  }

  @Test
  void is_said_with_the_first_answer_here_although_it_counts_against_none() {
    assertThat(ask(PING).all("RateLimit")).singleElement().asString().contains(";r=6;");
  }

  @Test
  void is_not_changed_by_what_counts_against_none() {
    String key = house.key();
    try (var client = new Client(house.port())) {
      String before = remaining(client.ask(CALL, key));

      assertThat(remaining(client.ask(PING, key))).isEqualTo(before);
      assertThat(remaining(client.ask(PING, key))).isEqualTo(before);
    }
  }

  @Test
  void is_not_said_to_strangers() {
    try (var client = new Client(house.port())) {
      Heard heard = client.ask(PING.without("Authorization"), "");

      assertThat(heard.status()).isEqualTo(401);
      assertThat(heard.headers()).noneMatch(it -> it.startsWith("RateLimit"));
    }
  }

  private static Heard ask(Post post) {
    try (var client = new Client(house.port())) {
      return client.ask(post, house.key());
    }
  }

  // time that passes shows elsewhere
  private static String remaining(Heard heard) {
    return heard.first("RateLimit").orElseThrow().replaceAll(";t=.*", "");
  }

  private static Plan bounded(Plan plan) {
    return new Plan(
        plan.id(),
        plan.name(),
        plan.rank(),
        plan.entitlements(),
        Bounds.NONE,
        Bounds.NONE,
        Limit.of(6),
        plan.pool(),
        plan.expense(),
        plan.overages(),
        plan.cacheLifetime(),
        plan.mayBypassCache());
  }
}
