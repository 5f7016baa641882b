package dev.sallyport.bootstrap.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.bootstrap.House;
import dev.sallyport.bootstrap.fixture.Contacts;
import dev.sallyport.bootstrap.settings.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

@DisplayName("A crowd of clients that all count from nought")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 900, threadMode = ThreadMode.SEPARATE_THREAD)
class CrowdTest {
  private static final int CLIENTS = 200;
  private static final int KEYS = 4;

  /// A hundred thousand in all; what bounds them is how fast the embedded database takes the
  /// entries of the ledger.
  private static final int CALLS = Integer.getInteger("crowd.calls", 500);

  // every so many calls one is answered as a stream
  private static final int STREAMED = 5;

  // the schema is slow: it looks at the first calls of each client, of which two are streams
  private static final int CHECKED = 8;

  private static final int MOST_AGAIN = 100;
  private static final int PAUSE_MILLIS = 500;
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  @TempDir static Path data;
  private static House house;
  private static Contacts contacts;

  @BeforeAll
  static void open() {
    house =
        House.in(
            data,
            Map.of(
                Setting.CONNECTIONS_PER_ADDRESS,
                "" + (2 * CLIENTS),
                Setting.DATABASE_POOL_SIZE,
                "50"));
    contacts = house.bean(Contacts.class);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void hears_each_its_own_answers() throws Exception {
    List<String> keys = Stream.generate(house::key).limit(KEYS).toList();
    List<String> wrong = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> all =
          IntStream.range(0, CLIENTS)
              .mapToObj(each -> threads.submit(() -> talk(each, keys.get(each % KEYS))))
              .toList();
      for (Future<List<String>> each : all) {
        wrong.addAll(each.get());
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(contacts.count().acts()).isGreaterThanOrEqualTo((long) CLIENTS * CALLS);
  }

  /// Everything that one client heard amiss.
  private static List<String> talk(int client, String key) {
    try (Client connection = new Client(house.port())) {
      return IntStream.range(0, CALLS)
          .mapToObj(call -> Talk.of(client, call))
          .flatMap(talk -> talk.faults(answer(connection, talk.post(), key)).stream())
          .toList();
    }
  }

  /// Whoever is told to come again does, as clients do; that answer has to be its own as well.
  private static Heard answer(Client connection, Post post, String key) {
    Heard heard = connection.ask(post, key);
    for (int again = 0; again < MOST_AGAIN && heard.status() == 503; again++) {
      pause();
      heard = connection.ask(post, key);
    }
    return heard;
  }

  private static void pause() {
    try {
      assertThat(NEVER.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a client", e);
    }
  }

  /// One call and what has to come of it.
  private record Talk(String marker, int call, boolean modern, boolean streams) {
    static Talk of(int client, int call) {
      return new Talk(
          "client %d, call %d".formatted(client, call),
          call,
          client % 2 == 0,
          call % STREAMED == 0);
    }

    Post post() {
      String params = "\"name\":\"test_echo\",\"arguments\":{\"marker\":\"%s\"}".formatted(marker);
      String token = "\"progressToken\":\"%s\"".formatted(marker);
      Post post =
          modern
              ? Post.modern("" + call, "tools/call", "test_echo", params)
              : Post.legacy("2025-11-25", "" + call, "tools/call", params + ",\"_meta\":{\"a\":1}");
      return streams
          ? post.saying(post.raw().replace("\"_meta\":{", "\"_meta\":{" + token + ","))
          : post;
    }

    List<String> faults(Heard heard) {
      List<JsonNode> messages = heard.messages();
      JsonNode last = messages.getLast();
      boolean right =
          heard.status() == 200
              && heard.isStream() == streams
              && messages.size() == (streams ? 2 : 1)
              && (!streams || isOurs(messages.getFirst().at("/params/progressToken")))
              && last.get("id").isInt()
              && last.get("id").intValue() == call
              && isOurs(last.at("/result/content/0/text"));
      List<String> faults = right ? List.of() : List.of(marker + " heard " + heard);
      return call < CHECKED
          ? Stream.concat(faults.stream(), Official.faults(post(), heard).stream()).toList()
          : faults;
    }

    private boolean isOurs(JsonNode text) {
      return text.asText().equals(marker);
    }
  }
}
