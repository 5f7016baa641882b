package dev.sallyport.benchmarks;

import dev.sallyport.adapters.out.jdbc.LedgerBench;
import dev.sallyport.adapters.out.jdbc.MeterBench;
import dev.sallyport.adapters.testbed.SlimHouse.Place;
import dev.sallyport.benchmarks.CachedRead.Cost;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Measures the gate from its inside to its stores, and writes the record.
public final class GateBench {
  private static final String MEMORY = "gc.alloc.rate.norm";
  private static final int STEADY = 5_000;
  private static final int BUSY = 20_000;

  private final Figures record;
  private final Duration each;

  private GateBench(boolean quick) {
    this.record = new Figures("gate", quick ? "quick" : "full");
    this.each = Duration.ofSeconds(quick ? 2 : 8);
  }

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    List<String> given = List.of(arguments);
    if (!given.isEmpty() && !given.equals(List.of("--quick"))) {
      System.err.println("Usage: ./sallyport bench gate [--quick | --check]");
      System.exit(2);
    }
    var bench = new GateBench(!given.isEmpty());
    bench.decide();
    bench.reads();
    bench.quotas();
    bench.ledger();
    bench.record.write();
    System.exit(0);
  }

  private void decide() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include("\\." + Decide.class.getSimpleName() + "\\.")
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(each.toMillis() / 8))
            .measurementIterations(3)
            .measurementTime(TimeValue.milliseconds(each.toMillis() / 8))
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .build();
    for (RunResult result : new Runner(options).run()) {
      record.add(
          "`Policy.decide`, standing rules",
          "%s, %s spaces"
              .formatted(
                  result.getParams().getParam("outcome"), result.getParams().getParam("spaces")),
          "%.0f ns, %.0f B"
              .formatted(
                  result.getPrimaryResult().getScore(),
                  result.getSecondaryResults().get(MEMORY).getScore()),
          "200 ns");
    }
  }

  private void reads() throws Exception {
    var bench = new CachedRead();
    try (var postgres = writingThrough()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      cost("PostgreSQL, 20,000/s", bench.measure(on(url), 10, 10, BUSY, each));
    }
    try (var postgres = writingThrough()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      cost("PostgreSQL, 5,000/s", bench.measure(on(url), 10, 10, STEADY, each));
    }
    cost("H2, 5,000/s", bench.measure(onH2(), 10, 10, STEADY, each));
    cost(
        "H2, 5,000/s, 1,000 tools and 10,000 spaces",
        bench.measure(onH2(), 1_000, 10_000, STEADY, each));
  }

  private void cost(String where, Cost cost) {
    record.add(
        "A cached read through the gate",
        where + ", CPU of all Java threads",
        "%.1f µs, %,d B".formatted(cost.threads(), cost.bytes()),
        "20 µs");
    record.add(
        "A cached read through the gate",
        where + ", with the JVM's own",
        "%.1f µs".formatted(cost.process()),
        "");
  }

  private void quotas() throws Exception {
    try (var postgres = writingThrough()) {
      MeterBench.run(
          postgres.getJdbcUrl("postgres", "postgres"),
          each,
          (what, figure, aim) ->
              record.add("Quota of one hot person, 32 connections", what, figure, aim));
    }
  }

  private void ledger() throws Exception {
    try (var postgres = writingThrough()) {
      LedgerBench.run(
          postgres.getJdbcUrl("postgres", "postgres"),
          each,
          (what, figure, aim) -> record.add("The ledger, sealed meanwhile", what, figure, aim));
    }
  }

  static EmbeddedPostgres writingThrough() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .start();
  }

  private static Place on(String url) throws IOException {
    return new Place(url, "postgres", folder(), 8);
  }

  private static Place onH2() throws IOException {
    return Place.h2(folder());
  }

  private static Path folder() throws IOException {
    return Files.createTempDirectory("sallyport-bench");
  }
}
