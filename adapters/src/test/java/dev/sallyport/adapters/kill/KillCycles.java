package dev.sallyport.adapters.kill;

import dev.sallyport.adapters.kill.Tally.Report;
import dev.sallyport.adapters.testbed.Postgres;
import dev.sallyport.adapters.testbed.SlimHouse.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Kills houses, several with each worker and each at a step of its own, and counts what they left.
public final class KillCycles {
  private static final int LANES = 2;
  private static final int HOUSES = 8;
  private static final int CHAIN = 25;
  private static final int TOLD_EVERY = 100;

  private final Path folder;
  private final long seed;

  KillCycles(Path folder, long seed) {
    this.folder = folder;
    this.seed = seed;
  }

  /// `[--cycles N] [--seed N] [--postgres]`
  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    int cycles = (int) number(given, "--cycles", 10_000);
    long seed = number(given, "--seed", System.nanoTime() & 0xffff_ffffL);
    Path folder = Files.createTempDirectory("sallyport-kill");
    System.out.printf("seed %d, %d cycles in %s%n", seed, cycles, folder);
    long start = System.nanoTime();
    var cyclesOf = new KillCycles(folder, seed);
    Supplier<Place> places = given.contains("--postgres") ? cyclesOf::onPostgres : cyclesOf::onH2;
    Report report = cyclesOf.run(cycles, Life.Fault.NONE, places, KillCycles::tell);
    print(report);
    System.out.printf("%.0f s%n", (System.nanoTime() - start) / 1e9);
    System.exit(report.faults().isEmpty() ? 0 : 1);
  }

  static void print(Report report) {
    System.out.printf(
        "%d houses killed with %d workers, %d distinct (step, outcome) pairs,"
            + " longest recovery %d ms after the start%n",
        report.kills(), report.workers(), report.pairs().size(), report.longestRecoveryMillis());
    report.pairs().forEach((pair, count) -> System.out.printf("  %6d  %s%n", count, pair));
    report.faults().forEach(fault -> System.out.println("FAULT " + fault));
  }

  Report run(int cycles, Life.Fault fault, Supplier<Place> places, IntConsumer progress)
      throws IOException, InterruptedException {
    var random = new Random(seed);
    var tally = new Tally(cycles, random, progress);
    var jvm = new Jvm(folder);
    jvm.train(Worker.class, training(places.get()).arguments());
    try (var threads = Executors.newFixedThreadPool(LANES)) {
      var lanes =
          IntStream.range(0, LANES)
              .mapToObj(lane -> lane(jvm, places, fault, new Random(seed + lane), tally))
              .toList();
      for (var lane : threads.invokeAll(lanes)) {
        finish(lane);
      }
    }
    return tally.report();
  }

  private static Lane lane(
      Jvm jvm, Supplier<Place> places, Life.Fault fault, Random random, Tally tally) {
    Supplier<House> houses = () -> new House(places.get(), fault, random, tally);
    return new Lane(jvm, () -> Stream.generate(houses).limit(HOUSES).toList(), CHAIN, tally);
  }

  Place onH2() {
    return Place.h2(fresh());
  }

  Place onPostgres() {
    return new Place(Postgres.freshDatabase(), Postgres.user(), fresh(), 6);
  }

  private static void finish(java.util.concurrent.Future<?> lane) throws InterruptedException {
    try {
      lane.get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What workers complained of.
  String complaints() {
    try {
      Path errors = folder.resolve("errors");
      return Files.exists(errors) ? Files.readString(errors) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Life training(Place place) {
    return new Life(place, 0, null, 3, "-", Life.Fault.NONE);
  }

  private Path fresh() {
    try {
      return Files.createTempDirectory(folder, "house");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tell(int kills) {
    if (kills % TOLD_EVERY == 0) {
      System.out.printf("%,d houses killed%n", kills);
    }
  }

  private static long number(List<String> given, String option, long otherwise) {
    int at = given.indexOf(option);
    return at < 0 ? otherwise : Long.parseLong(given.get(at + 1));
  }
}
