package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.adapters.testbed.Postgres;
import dev.sallyport.adapters.testbed.Redis;
import dev.sallyport.adapters.testbed.TcpRelay;
import dev.sallyport.bootstrap.settings.Setting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A house on PostgreSQL")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class PostgresHouseTest {
  private static final Pattern INSTALLATION =
      Pattern.compile("\"installation\":\\{\"id\":\"([0-9a-f]{32})\"");

  @TempDir Path data;

  @Test
  void is_one_installation_however_many_instances_serve_it() {
    String database = Postgres.freshDatabase();
    try (House one = on(database, Map.of());
        House other = on(database, Map.of())) {
      assertThat(installation(one)).isEqualTo(installation(other));
    }
  }

  @Test
  void is_not_ready_while_the_database_is_away_and_ready_again_without_a_restart() {
    try (TcpRelay wire = new TcpRelay(Postgres.port());
        House house = on(Postgres.freshDatabase(wire.port()), Map.of())) {
      assertThat(ask(house, "/health/readiness")).startsWith("HTTP/1.1 200");

      wire.cut();
      awaitReadiness(house, "HTTP/1.1 503");
      assertThat(ask(house, "/health/readiness"))
          .contains("{\"status\":\"down\",\"dependencies\":[{\"name\":\"database\"");
      assertThat(ask(house, "/health/liveness")).startsWith("HTTP/1.1 200");
      assertThat(ask(house, "/")).startsWith("HTTP/1.1 200").contains("Not ready");

      wire.mend();
      awaitReadiness(house, "HTTP/1.1 200");
    }
  }

  @Test
  void starts_without_its_database_and_is_whole_when_that_comes() {
    try (TcpRelay wire = new TcpRelay(Postgres.port())) {
      wire.cut();
      try (House house = on(Postgres.freshDatabase(wire.port()), Map.of())) {
        assertThat(ask(house, "/health")).startsWith("HTTP/1.1 503");
        assertThat(ask(house, "/status"))
            .startsWith("HTTP/1.1 200")
            .doesNotContain("\"installation\":{");

        wire.mend();
        awaitReadiness(house, "HTTP/1.1 200");
        assertThat(installation(house)).hasSize(32);
      }
    }
  }

  @Test
  void does_not_start_on_a_database_that_refuses_what_it_asks_and_says_so() throws Exception {
    String database = Postgres.freshDatabase();
    on(database, Map.of()).close();
    try (Connection connection = DriverManager.getConnection(database, Postgres.user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("drop table key_check");
    }

    try (HouseProcess process =
        HouseProcess.run(
            data,
            Map.of(
                "SALLYPORT_DATABASE_URL", database, "SALLYPORT_DATABASE_USERNAME", Postgres.user()),
            "serve",
            "--port",
            "0",
            "--data",
            data.toString())) {
      assertThat(process.exitCode()).as(process.output()).isEqualTo(70);
      assertThat(process.output())
          .contains("`sallyport serve` stopped: the database refused a statement (SQLSTATE 42P01")
          .containsOnlyOnce("ERROR");
    }
  }

  @Test
  void is_degraded_but_ready_without_its_redis() {
    try (TcpRelay wire = new TcpRelay(Redis.port());
        House house =
            on(
                Postgres.freshDatabase(),
                Map.of(Setting.REDIS_URL, "redis://127.0.0.1:" + wire.port()))) {
      assertThat(ask(house, "/health"))
          .contains("\"status\":\"up\",\"dependencies\":[{\"name\":\"database\"");

      wire.cut();
      awaitHealth(house, "\"status\":\"degraded\"");
      assertThat(ask(house, "/health"))
          .startsWith("HTTP/1.1 200")
          .contains("{\"name\":\"redis\",\"need\":\"optional\",\"status\":\"down\"}");
    }
  }

  private House on(String database, Map<Setting, String> more) {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    settings.put(Setting.DATABASE_URL, database);
    settings.put(Setting.DATABASE_USERNAME, Postgres.user());
    settings.putAll(more);
    return House.in(data, settings);
  }

  private static void awaitReadiness(House house, String start) {
    while (!ask(house, "/health/readiness").startsWith(start)) {
      Thread.onSpinWait();
    }
  }

  private static void awaitHealth(House house, String part) {
    while (!ask(house, "/health").contains(part)) {
      Thread.onSpinWait();
    }
  }

  private static String installation(House house) {
    Matcher found = INSTALLATION.matcher(ask(house, "/status"));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String ask(House house, String path) {
    try (Wire wire = house.wire()) {
      return wire.send("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(path))
          .readAll();
    }
  }
}
