package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.in.ListKeys;
import dev.sallyport.application.port.in.RevokeKey;
import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.settings.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Of those who come from one address")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class StrangersTest {
  private static final Post PING = Post.silent("1", "ping", "");
  private static final int FEW = 3;

  @TempDir Path data;

  @Test
  void strangers_are_told_to_wait_and_nobody_else_is() {
    try (House house = House.in(data, Map.of(Setting.STRANGERS_PER_ADDRESS, "" + FEW));
        var client = new Client(house.port())) {
      String key = house.key();
      assertThat(client.ask(PING, key).status()).isEqualTo(200);

      assertThat(knocks(client, PING.instead("Authorization: Bearer wrong")))
          .containsExactly(401, 401, 401, 429, 429);
      Heard late = client.ask(PING.without("Authorization"), key);

      assertThat(late.first("retry-after")).isPresent();
      assertThat(late.body()).contains("\"code\":-31429");
      assertThat(client.ask(PING, key).status()).isEqualTo(200);
    }
  }

  @Test
  void nobody_is_looked_for_once_too_many_strangers_came() {
    try (House house = House.in(data, Map.of(Setting.STRANGERS_PER_ADDRESS, "" + FEW));
        var client = new Client(house.port())) {
      String known = house.key();
      String fresh = house.key();
      assertThat(client.ask(PING, known).status()).isEqualTo(200);
      assertThat(knocks(client, PING.without("Authorization")))
          .containsExactly(401, 401, 401, 429, 429);

      assertThat(client.ask(PING, fresh))
          .returns(429, Heard::status)
          .matches(it -> it.first("retry-after").isPresent());
      assertThat(client.ask(PING, known).status()).isEqualTo(200);
    }
  }

  @Test
  void whoever_is_known_is_served_after_a_change_too() {
    try (House house = House.in(data, Map.of(Setting.STRANGERS_PER_ADDRESS, "" + FEW));
        var client = new Client(house.port())) {
      String known = house.key();
      assertThat(client.ask(PING, known).status()).isEqualTo(200);
      assertThat(knocks(client, PING.without("Authorization"))).endsWith(429, 429);
      String fresh = house.anotherKey();

      assertThat(client.ask(PING, known).status()).isEqualTo(200);
      assertThat(client.ask(PING, fresh).status()).isEqualTo(429);
    }
  }

  @Test
  void those_who_were_known_are_strangers_from_their_revocation_on() {
    try (House house = House.in(data, Map.of(Setting.STRANGERS_PER_ADDRESS, "" + FEW));
        var client = new Client(house.port())) {
      String known = house.key();
      assertThat(client.ask(PING, known).status()).isEqualTo(200);
      house.bean(ListKeys.class).list(it -> house.bean(RevokeKey.class).revoke(it.key().id()));

      assertThat(IntStream.range(0, FEW + 2).map(_ -> client.ask(PING, known).status()))
          .containsExactly(401, 401, 401, 429, 429);
    }
  }

  @Test
  void those_found_good_count_for_nothing() {
    try (House house = House.in(data, Map.of(Setting.STRANGERS_PER_ADDRESS, "" + FEW));
        var client = new Client(house.port())) {
      assertThat(IntStream.range(0, FEW + 2).map(_ -> client.ask(PING, house.key()).status()))
          .containsOnly(200);
      assertThat(knocks(client, PING.without("Authorization")))
          .containsExactly(401, 401, 401, 429, 429);
    }
  }

  private static List<Integer> knocks(Client client, Post post) {
    return IntStream.range(0, FEW + 2).mapToObj(_ -> client.ask(post, "").status()).toList();
  }
}
