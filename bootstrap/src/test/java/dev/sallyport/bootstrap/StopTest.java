package dev.sallyport.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Told to stop, the house")
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class StopTest {
  private static final int CLIENTS = 16;
  private static final int WARM = 25;
  private static final String SLOW = "GET /test/while HTTP/1.1\r\nHost: x\r\n\r\n";

  @TempDir Path folder;

  @Test
  void loses_no_answer_under_load_and_ends_well() throws Exception {
    try (HouseProcess house = HouseProcess.serve(folder, Map.of());
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var underWay = new CountDownLatch(CLIENTS * WARM);
      List<Future<Tally>> tallies = new ArrayList<>();
      IntStream.range(0, CLIENTS)
          .forEach(_ -> tallies.add(clients.submit(client(house, underWay))));
      underWay.await();
      house.terminate();

      assertThat(house.exitCode()).isZero();
      assertThat(tallies)
          .allSatisfy(tally -> assertThat(tally.get().lost()).isEmpty())
          .allSatisfy(tally -> assertThat(tally.get().answered()).isPositive());
      assertThat(house.output()).contains("Stopped").doesNotContain("were cut");
    }
  }

  @Test
  void takes_no_new_connection_and_refuses_what_is_asked_on_an_open_one() throws Exception {
    try (HouseProcess house = HouseProcess.serve(folder, Map.of());
        Wire busy = house.wire()) {
      busy.send("GET /test/slow HTTP/1.1\r\nHost: x\r\n\r\n");
      house.awaitLine("Taking it slowly");
      house.terminate();
      waitUntilRefused(house);
      busy.send("GET /version HTTP/1.1\r\nHost: x\r\n\r\n");

      assertThat(busy.readAnswer()).startsWith("HTTP/1.1 200").endsWith("slow and whole");
      assertThat(busy.readAll())
          .startsWith("HTTP/1.1 503")
          .containsIgnoringCase("\r\nRetry-After: ")
          .contains("\"code\":\"draining\"");
      assertThat(house.exitCode()).isZero();
    }
  }

  private static void waitUntilRefused(HouseProcess house) {
    while (true) {
      try (Wire _ = house.wire()) {
        Thread.onSpinWait();
      } catch (UncheckedIOException _) {
        return;
      }
    }
  }

  /// Asks again and again on one connection until it is told not to, or an answer does not come.
  private static Callable<Tally> client(HouseProcess house, CountDownLatch underWay) {
    return () -> {
      int answered = 0;
      try (Wire wire = house.wire()) {
        while (true) {
          String answer = wire.send(SLOW).readAnswer();
          answered++;
          underWay.countDown();
          if (answer.startsWith("HTTP/1.1 503")) {
            return new Tally(answered, "");
          }
          if (!answer.startsWith("HTTP/1.1 200") || !answer.endsWith("took a while")) {
            return new Tally(answered, answer);
          }
          if (answer.contains("onnection: close")) {
            return new Tally(answered, "");
          }
        }
      } catch (RuntimeException e) {
        return new Tally(answered, "lost: " + e);
      }
    };
  }

  private record Tally(int answered, String lost) {}
}
