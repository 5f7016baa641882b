package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.fixture.Contacts;
import dev.sallyport.bootstrap.fixture.Contacts.Count;
import dev.sallyport.bootstrap.settings.Setting;
import java.nio.charset.StandardCharsets;
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

@DisplayName("The door, to which hostile requests come,")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileTest {
  private static final Post GOOD = Post.tool("\"good\"", "test_simple_text", "");

  @TempDir static Path data;
  private static House house;
  private static Contacts contacts;
  private static String key;

  @BeforeAll
  static void open() {
    house =
        House.in(
            data,
            Map.of(Setting.STRANGERS_PER_ADDRESS, "100000", Setting.REQUESTS_PER_TOKEN, "100000"));
    contacts = house.bean(Contacts.class);
    key = house.key();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  static Stream<Row> rows() {
    return Stream.of(
            IdRows.rows(),
            BodyRows.rows(),
            VersionRows.rows(),
            MirrorRows.rows(),
            ParamRows.rows(),
            MessageRows.rows(),
            HttpRows.rows())
        .flatMap(rows -> rows);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void refuses_each_by_itself_and_serves_whoever_comes_next(Row row) {
    Count before = contacts.count();
    try (Client client = new Client(house.port())) {
      Heard heard = client.ask(row.post(), key);

      assertThat(Row.summary(heard)).isEqualTo(row.expected());
      assertThat(Official.faults(row.post(), heard)).isEmpty();
      assertThat(contacts.count()).isEqualTo(before);
      assertThat(next(row, client)).isEqualTo("200 result id \"good\"");
      assertThat(contacts.count()).isEqualTo(before.after(1));
    }
  }

  @Test
  void is_tried_with_more_than_a_thousand_of_them() {
    assertThat(
            rows()
                .map(row ->
                    row.post().start()
                        + row.post().headers()
                        + java.util.Arrays.hashCode(row.post().body()))
                .distinct())
        .hasSizeGreaterThan(1_000);
  }

  @Test
  void answers_what_came_ahead_of_garbage_and_ends_there() {
    try (Client client = new Client(house.port())) {
      String good = new String(GOOD.bytes(key), StandardCharsets.ISO_8859_1);
      client.send((good + "\1garbage\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));

      assertThat(Row.summary(client.hear())).isEqualTo("200 result id \"good\"");
      assertThat(Row.summary(client.hear())).isEqualTo("400 bad_request closed");
      assertThat(client.hasEnded()).isTrue();
    }
  }

  /// What the same connection answers next, or a new one where HTTP ends the old one.
  private static String next(Row row, Client client) {
    if (!row.ends()) {
      return Row.summary(client.ask(GOOD, key));
    }
    assertThat(client.hasEnded()).isTrue();
    try (Client another = new Client(house.port())) {
      return Row.summary(another.ask(GOOD, key));
    }
  }
}
