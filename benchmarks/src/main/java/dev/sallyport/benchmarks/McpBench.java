package dev.sallyport.benchmarks;

import dev.sallyport.benchmarks.Wrk.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Measures the door of the packaged product, alone on one core, beside a bare Netty on the same
/// core that answers the same bytes. Writes the record.
public final class McpBench {
  private static final int PEOPLE = 16;
  private static final List<Integer> CONNECTIONS = List.of(64, 256);
  private static final int STEADY = 1_000;
  private static final Duration LONGEST_FLUSH = Duration.ofSeconds(30);

  private final Figures record;
  private final Path folder;
  private final boolean quick;

  private McpBench(boolean quick) throws IOException {
    this.record = new Figures("mcp", quick ? "quick" : "full");
    this.folder = Files.createTempDirectory("sallyport-bench");
    this.quick = quick;
  }

  static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    List<String> given = List.of(arguments);
    if (!given.isEmpty() && !given.equals(List.of("--quick"))) {
      System.err.println("Usage: ./sallyport bench mcp [--quick | --check]");
      System.exit(2);
    }
    var bench = new McpBench(!given.isEmpty());
    bench.without();
    bench.with();
    bench.record.write();
    System.exit(0);
  }

  /// Without entries of reads in the ledger.
  private void without() throws Exception {
    try (Store store = Store.start();
        Bench bench = open(store, "reads-off", Map.of("SALLYPORT_LEDGER_READS", "false"))) {
      bench.compare(Asked.TOOLS_CALL, "50 %");
      bench.compare(Asked.TOOLS_LIST, "60 %");
    }
  }

  /// With everything that is on unless somebody turns it off.
  private void with() throws Exception {
    try (Store store = Store.start();
        Bench bench = open(store, "all-on", Map.of())) {
      bench.compare(Asked.TOOLS_CALL, "15 %");
      bench.durable(store);
      bench.steady();
    }
  }

  private Bench open(Store store, String name, Map<String, String> more)
      throws IOException, SQLException {
    Map<String, String> settings = new HashMap<>(store.settings());
    settings.put("SALLYPORT_LIMITS_CONNECTIONS_PER_ADDRESS", "1000");
    settings.put("SALLYPORT_LIMITS_REQUESTS_PER_TOKEN", "1000000");
    settings.putAll(more);
    Path place = Files.createDirectory(folder.resolve(name));
    House house = House.serving(place, settings);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      keys.add(House.key(place, settings, "person-%d@example.org".formatted(i)));
    }
    store.bound();
    var bench = new Bench(house, place, keys, name);
    bench.awaitLimits();
    return bench;
  }

  /// One open house, and what is asked of it.
  private final class Bench implements AutoCloseable {
    private final House house;
    private final Path place;
    private final List<String> keys;
    private final String of;

    Bench(House house, Path place, List<String> keys, String name) {
      this.house = house;
      this.place = place;
      this.keys = keys;
      this.of = name.equals("all-on") ? "Everything on" : "Without entries of reads in the ledger";
    }

    /// Those that a plan bounds are told how their limits stand.
    void awaitLimits() throws IOException {
      while (!once(Asked.TOOLS_CALL).headers().containsKey("ratelimit")) {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }

    /// Takes turns with the bare server, so that a busy minute of the machine falls on both.
    void compare(Asked asked, String aim) throws IOException {
      Path answer = place.resolve("answer");
      once(asked).write(answer);
      List<byte[]> requests = asked.by(keys);
      try (House bare = House.bare(place, answer)) {
        Wrk.run(bare, place, requests, CONNECTIONS.getFirst(), warmUp());
        Wrk.run(house, place, requests, CONNECTIONS.getFirst(), warmUp());
        for (int connections : CONNECTIONS) {
          List<Load> ours = new ArrayList<>();
          List<Load> bares = new ArrayList<>();
          for (int round = 0; round < (quick ? 1 : 3); round++) {
            bares.add(Wrk.run(bare, place, requests, connections, each()));
            ours.add(checked(asked, Wrk.run(house, place, requests, connections, each())));
          }
          tell(asked, connections, median(bares), median(ours), aim);
        }
      }
    }

    private void tell(Asked asked, int connections, Load bare, Load ours, String aim) {
      String what = "%s, %d connections".formatted(asked.title(), connections);
      record.add(
          of,
          what + ", of bare Netty's rate",
          "%.0f %%".formatted(100 * ours.perSecond() / bare.perSecond()),
          aim);
      record.add(of, what + ", a second", "%,.0f".formatted(ours.perSecond()), "");
      record.add(of, what + ", a second by bare Netty", "%,.0f".formatted(bare.perSecond()), "");
      record.add(
          of,
          what + ", CPU of each, beside bare Netty's",
          "%.1f µs, %.1f µs".formatted(ours.cpu(), bare.cpu()),
          "");
    }

    /// A refusal is answered with 200 as well, but is not as long.
    private Load checked(Asked asked, Load load) throws IOException {
      Exchange sample = once(asked);
      if (Math.abs(load.bytes() - sample.length()) > sample.length() / 20) {
        throw new IllegalStateException(
            "answers had %d bytes and not %d".formatted(load.bytes(), sample.length()));
      }
      return load;
    }

    void durable(Store store) throws IOException, SQLException {
      long before = store.entries();
      Load load = Wrk.run(house, place, Asked.TOOLS_CALL.by(keys), CONNECTIONS.getFirst(), each());
      long ended = System.nanoTime();
      long entered = store.entries() - before;
      while (entered < load.answered() && System.nanoTime() < ended + LONGEST_FLUSH.toNanos()) {
        entered = store.entries() - before;
      }
      double seconds = (System.nanoTime() - ended) / 1e9;
      record.add(
          of,
          "Entries stored of %,d calls".formatted(load.answered()),
          entered < load.answered() ? "%,d".formatted(entered) : "all",
          "all");
      record.add(of, "Stored after the last answer, at most", "%.1f s".formatted(seconds), "1 s");
    }

    /// What people feel, and what stays in memory.
    void steady() throws IOException, InterruptedException {
      paced(CONNECTIONS.getFirst(), warmUp());
      long live = house.liveMebibytes();
      long resident = house.residentMebibytes();
      for (int connections : CONNECTIONS) {
        double[] times = paced(connections, quick ? each() : Duration.ofMinutes(5));
        record.add(
            "%s, %,d calls a second".formatted(of, STEADY),
            "%d connections, 99th percentile of %,d calls".formatted(connections, times.length),
            "%.2f ms".formatted(at(times, 0.99)),
            "5 ms");
        record.add(
            "%s, %,d calls a second".formatted(of, STEADY),
            "%d connections, median, 99.9th percentile, longest".formatted(connections),
            "%.2f ms, %.2f ms, %.1f ms"
                .formatted(at(times, 0.5), at(times, 0.999), times[times.length - 1]),
            "");
      }
      record.add(
          "%s, %,d calls a second".formatted(of, STEADY),
          "Live on the heap before and after these %s".formatted(quick ? "seconds" : "10 minutes"),
          "%d MiB, %d MiB".formatted(live, house.liveMebibytes()),
          "no growth");
      record.add(
          "%s, %,d calls a second".formatted(of, STEADY),
          "Resident before and after",
          "%d MiB, %d MiB".formatted(resident, house.residentMebibytes()),
          "");
    }

    private double[] paced(int connections, Duration time) throws InterruptedException {
      return new Pace(house.port(), Asked.TOOLS_CALL.by(keys), connections, STEADY).run(time);
    }

    private Exchange once(Asked asked) throws IOException {
      Exchange answer = Exchange.of(house.port(), asked.by(keys).getFirst());
      if (!answer.isGood()) {
        throw new IllegalStateException("answers " + answer.head());
      }
      return answer;
    }

    @Override
    public void close() {
      house.close();
    }
  }

  private Duration each() {
    return Duration.ofSeconds(quick ? 4 : 8);
  }

  private Duration warmUp() {
    return Duration.ofSeconds(quick ? 30 : 60);
  }

  private static Load median(List<Load> loads) {
    return loads.stream()
        .sorted(Comparator.comparingDouble(Load::perSecond))
        .toList()
        .get(loads.size() / 2);
  }

  private static double at(double[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(part * sorted.length))];
  }
}
