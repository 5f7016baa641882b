package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.Plans;
import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.settings.Setting;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Plan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whoever has a good token")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PaceTest {
  private static final int FEW = 5;
  private static final int MANY = 40;
  private static final Post LIST = Post.modern("\"l\"", "tools/list", "");
  private static final Post PING = Post.silent("\"p\"", "ping", "");
  private static final Post CALL = Post.tool("\"c\"", "whoami", "");

  @TempDir Path data;
  private House house;
  private Client client;
  private String key;

  @BeforeEach
  void open() {
    house = House.in(data, Map.of(Setting.REQUESTS_PER_TOKEN, "" + FEW));
    client = new Client(house.port());
    key = house.key();
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
