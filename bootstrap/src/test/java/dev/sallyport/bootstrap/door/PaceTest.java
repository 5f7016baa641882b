package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.application.port.out.Plans;
import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.SocketClient;
import dev.sallyport.bootstrap.StreamClient;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Plan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whoever has a good token")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PaceTest {
  private static final int FEW = 5;
  private static final int MANY = 40;
  private static final Post LIST = Post.modern("\"l\"", "tools/list", "");
  private static final Post PING = Post.silent("\"p\"", "ping", "");
  private static final String NOTE = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}";
  private static final String CANCEL =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":9}}";
  private static final String REPLY = "{\"jsonrpc\":\"2.0\",\"id\":\"ours\",\"result\":{}}";
  private static final Post CALL = Post.tool("\"c\"", "whoami", "");

  @TempDir Path data;
  private House house;
  private Client client;
  private String key;

  @BeforeEach
  void begin() {
    open();
    key = house.key();
  }

  private void open() {
    house =
        House.in(
            data,
            Map.of(
                Setting.REQUESTS_PER_TOKEN,
                "" + FEW,
                Setting.DOOR_WEBSOCKET,
                "true",
                Setting.DOOR_HTTP_SSE,
                "true"));
    client = new Client(house.port());
  }

  @AfterEach
  void close() {
    client.close();
    house.close();
  }

  @Test
  void asks_for_lists_and_signs_of_life_so_often_and_is_told_to_wait_then() {
    assertThat(statuses(LIST, FEW)).containsOnly(200);

    assertThat(client.ask(LIST, key)).satisfies(PaceTest::isToldToWait);
    assertThat(client.ask(PING, key)).satisfies(PaceTest::isToldToWait);
    assertThat(client.ask(Post.modern("1", "resources/list", ""), key).status()).isEqualTo(429);
    assertThat(client.ask(LIST, house.key()).status()).isEqualTo(200);
  }

  /// All that counts against no limit of a plan, however wrong it is.
  static Stream<Post> nothings() {
    return Stream.of(
        LIST.saying("{"),
        LIST.saying("{}"),
        LIST.saying("[]"),
        Post.modern("1", "nonsense", ""),
        Post.silent("1", "nonsense", ""),
        Post.modern("1", "tools/list", "").instead(Post.METHOD + "tools/call"),
        CALL.instead(Post.NAME + "whoareyou"),
        Post.of(NOTE),
        Post.of(NOTE).with(Post.VERSION + "1999-01-01"),
        Post.legacy("1999-01-01", "1", "tools/call", "\"name\":\"whoami\""),
        Post.of(REPLY),
        Post.of(CANCEL),
        Post.of("[" + PING.raw() + "]").with(Post.VERSION + "2025-11-25"),
        Post.tool("1", "no such name", ""),
        Post.tool("1", "there_is_none", ""),
        Post.silent("1", "tools/call", ""),
        Post.silent("1", "tools/call", "\"name\":\"whoami\",\"arguments\":[]"),
        Post.silent("1", "prompts/get", ""),
        Post.silent("1", "prompts/get", "\"name\":\"there_is_none\""),
        Post.silent("1", "prompts/get", "\"name\":\"x\",\"arguments\":{\"x\":1}"),
        Post.silent("1", "resources/read", ""),
        Post.silent("1", "resources/read", "\"uri\":\"there:is-none\""),
        Post.silent("1", "completion/complete", ""));
  }

  @ParameterizedTest
  @MethodSource("nothings")
  void sends_what_comes_to_nothing_so_often_and_is_told_to_wait_then(Post nothing) {
    assertThat(statuses(nothing, FEW)).doesNotContain(429);

    Heard heard = client.ask(nothing, key);

    assertThat(heard.status()).isEqualTo(429);
    assertThat(heard.first("retry-after")).isPresent();
    assertThat(heard.body()).contains("\"code\":-31429", "\"retryAfterSeconds\":");
    assertThat(client.ask(LIST, key).status()).isEqualTo(429);
    assertThat(client.ask(CALL, key).status()).isEqualTo(200);
  }

  /// What spares work is heard even so; it would be odd to refuse whoever gives up.
  static Stream<Post> reliefs() {
    return Stream.of(
        Post.of(CANCEL),
        Post.of(CANCEL).with(Post.VERSION + "2025-11-25"),
        Post.of(REPLY).with(Post.VERSION + "2025-11-25"));
  }

  @ParameterizedTest
  @MethodSource("reliefs")
  void may_cancel_and_reply_after_being_told_to_wait_again_and_again_but_not_without_end(
      Post relief) {
    bound();
    assertThat(statuses(CALL, MANY)).contains(429);

    assertThat(statuses(relief, FEW)).containsOnly(202);
    assertThat(client.ask(relief, key).status()).isEqualTo(429);
  }

  static Stream<Post> burdens() {
    return nothings().filter(it -> !Set.of(REPLY, CANCEL).contains(it.raw()));
  }

  @ParameterizedTest
  @MethodSource("burdens")
  void hears_the_same_of_everything_after_being_told_to_wait_again_and_again(Post nothing) {
    bound();
    assertThat(statuses(CALL, MANY)).contains(429);

    assertThat(client.ask(nothing, key).status()).isEqualTo(429);
  }

  @Test
  void is_told_so_over_a_socket_where_notifications_are_dropped() throws Exception {
    try (SocketClient socket = SocketClient.at(house, key)) {
      for (int times = 0; times < FEW; times++) {
        assertThat(socket.say(NOTE).say("{").hear().at("/error/code").intValue())
            .isIn(-32700, -31429);
      }
      JsonNode told = socket.say(NOTE).say(CANCEL).say(PING.raw()).hear();

      assertThat(told.path("id").textValue()).isEqualTo("p");
      assertThat(told.at("/error/code").intValue()).isEqualTo(-31429);
      assertThat(told.at("/error/data/retryAfterSeconds").isInt()).isTrue();
      assertThat(socket.say(CALL.raw()).hear().has("result")).isTrue();
    }
  }

  @Test
  void is_told_so_in_a_stream() throws Exception {
    try (StreamClient stream = StreamClient.at(house.port(), key)) {
      for (int times = 0; times < FEW; times++) {
        assertThat(stream.say("{")).isEqualTo(400);
      }
      assertThat(stream.say("{")).isEqualTo(429);
      assertThat(stream.say(NOTE)).isEqualTo(202);
      assertThat(stream.say(PING.raw())).isEqualTo(202);
      assertThat(stream.hear().at("/error/code").intValue()).isEqualTo(-31429);
      assertThat(stream.say(CALL.raw())).isEqualTo(202);
      assertThat(stream.hear().has("result")).isTrue();
    }
  }

  @Test
  void brings_nothing_to_a_stream_after_being_told_to_wait_again_and_again() throws Exception {
    bound();
    assertThat(statuses(CALL, MANY)).contains(429);
    try (StreamClient stream = StreamClient.at(house.port(), key)) {
      assertThat(stream.say(CALL.raw())).isEqualTo(429);
    }
  }

  @Test
  void leaves_no_more_for_other_instances_than_so_much() throws Exception {
    String address;
    try (StreamClient stream = StreamClient.at(house.port(), key)) {
      address = stream.address();
    }
    close();
    open();
    try (StreamClient stream = StreamClient.at(house.port(), key)) {
      for (int times = 0; times < FEW; times++) {
        assertThat(stream.say(house.origin(), address, key, CALL.raw())).isEqualTo(202);
      }
      assertThat(stream.say(house.origin(), address, key, CALL.raw())).isEqualTo(429);
      assertThat(stream.say(CALL.raw())).isEqualTo(202);
      assertThat(stream.hear().has("result")).isTrue();
    }
  }

  @Test
  void is_told_so_for_each_message_of_a_batch() {
    String body =
        "[%s]"
            .formatted(String.join(",", IntStream.range(0, 20).mapToObj(_ -> PING.raw()).toList()));

    assertThat(client.ask(PING.saying(body), key).body().split("-31429", -1)).hasSize(20 - FEW + 1);
  }

  @Test
  void calls_as_often_as_the_plan_allows() {
    assertThat(statuses(CALL, MANY)).containsOnly(200);
    assertThat(client.ask(LIST, key).status()).isEqualTo(200);
  }

  @Test
  void is_heard_no_more_after_being_told_to_wait_again_and_again() {
    bound();
    assertThat(statuses(CALL, 3)).containsOnly(200);

    assertThat(statuses(CALL, MANY)).startsWith(200, 200, 200).contains(429);
    assertThat(client.ask(CALL, key)).satisfies(PaceTest::isToldToWait);
    assertThat(client.ask(LIST, key).status()).isEqualTo(429);
    assertThat(client.ask(CALL, house.key()).status()).isEqualTo(200);
  }

  private static void isToldToWait(Heard heard) {
    assertThat(heard.status()).isEqualTo(429);
    assertThat(heard.first("retry-after")).isPresent();
    assertThat(heard.body()).contains("\"code\":-31429", "\"id\":\"", "\"retryAfterSeconds\":");
  }

  private List<Integer> statuses(Post post, int times) {
    return IntStream.range(0, times).mapToObj(_ -> client.ask(post, key).status()).toList();
  }

  private void bound() {
    Plans plans = house.bean(Plans.class);
    Plan open = plans.find(new PlanId("unlimited")).orElseThrow();
    plans.put(
        new Plan(
            open.id(),
            open.name(),
            open.rank(),
            open.entitlements(),
            open.person(),
            open.organization(),
            Limit.of(2),
            open.pool(),
            open.expense(),
            open.overages(),
            open.cacheLifetime(),
            open.mayBypassCache()),
        Instant.parse("2001-01-01T00:00:00Z"));
  }
}
