package dev.sallyport.benchmarks;

import dev.sallyport.adapters.testbed.SlimHouse;
import dev.sallyport.adapters.testbed.SlimHouse.Place;
import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.CallTool;
import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.ReadEntries;
import dev.sallyport.domain.id.ToolName;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/// One read that is answered from the cache, through the whole gate: arguments, limits, policy,
/// quota from a block, guard, and its entry in the ledger.
final class CachedRead {
  private static final int SLICES = 100;
  private static final int PATIENCE_SECONDS = 10;

  private final com.sun.management.OperatingSystemMXBean process =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// Measures for so long, after warming up for as long. Calls come at a steady pace, so that what
  /// the house does beside them is in the figure of the process and in its usual proportion.
  Cost measure(Place place, int tools, int spaces, int callsASecond, Duration each)
      throws Exception {
    var library = new Library(tools);
    try (var house =
            new SlimHouse(
                place,
                InstantSource.system(),
                "bench",
                Library.allowed(spaces),
                List.of(library),
                _ -> {});
        var tending = Executors.newSingleThreadScheduledExecutor()) {
      Meter meter = house.get(Meter.class);
      var _ =
          tending.scheduleWithFixedDelay(
              () -> house.parts().call(meter, "tend"), 1, 1, TimeUnit.SECONDS);
      Command command = command(house.caller(), "find_" + tools / 2, "space-" + spaces / 2);
      awaitAnswer(house.gates().gate(), command);
      hammer(house.gates().gate(), command, callsASecond / SLICES, each);
      long asked = library.asked().get();
      Cost cost = paced(house, command, callsASecond, each);
      if (library.asked().get() != asked) {
        throw new IllegalStateException("the backend was asked: this was no cached read");
      }
      tending.shutdownNow();
      return cost;
    }
  }

  private Cost paced(SlimHouse house, Command command, int callsASecond, Duration each)
      throws InterruptedException {
    CallTool gate = house.gates().gate();
    house.get(ReadEntries.class).flush();
    long calls = 0;
    long cpu = process.getProcessCpuTime();
    long java = cpuOfThreads();
    long memory = threads.getTotalThreadAllocatedBytes();
    long start = System.nanoTime();
    while (System.nanoTime() - start < each.toNanos()) {
      calls += slice(gate, command, callsASecond / SLICES);
      long due = start + calls * (1_000_000_000L / callsASecond);
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
    }
    house.get(ReadEntries.class).flush();
    java = cpuOfThreads() - java;
    memory = threads.getTotalThreadAllocatedBytes() - memory;
    cpu = process.getProcessCpuTime() - cpu;
    return new Cost(java / 1e3 / calls, cpu / 1e3 / calls, memory / calls);
  }

  /// Of the threads that run Java, and so without the compiler's and the collector's.
  private long cpuOfThreads() {
    return LongStream.of(threads.getThreadCpuTime(threads.getAllThreadIds()))
        .filter(time -> time > 0)
        .sum();
  }

  private static void hammer(CallTool gate, Command command, int slice, Duration each)
      throws InterruptedException {
    long end = System.nanoTime() + each.toNanos();
    while (System.nanoTime() < end) {
      var _ = slice(gate, command, slice);
    }
  }

  /// Starts calls as a door does, which does not wait for one before it starts the next.
  private static int slice(CallTool gate, Command command, int calls) throws InterruptedException {
    var answered = new CountDownLatch(calls);
    for (int i = 0; i < calls; i++) {
      gate.start(
          command,
          answer -> {
            if (answer.outcome() instanceof Outcome.Answered) {
              answered.countDown();
            }
          });
    }
    if (!answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("not answered: " + gate.call(command).outcome());
    }
    return calls;
  }

  /// The change log is heard a moment after the start.
  private static void awaitAnswer(CallTool gate, Command command) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!(gate.call(command).outcome() instanceof Outcome.Answered)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("answers " + gate.call(command).outcome());
      }
    }
  }

  private static Command command(Caller caller, String tool, String space) {
    return new Command(
        caller,
        new ToolName(tool),
        "{\"words\":\"what was said about the budget\",\"space\":\"%s\"}".formatted(space),
        InstantSource.system().instant().plus(Duration.ofHours(1)),
        false,
        Locale.ENGLISH,
        ZoneOffset.UTC,
        Optional.empty(),
        CallTool.Listener.PATIENT);
  }

  /// For each call, with the writer of entries, the change log and the meter beside it.
  ///
  /// @param threads microseconds of CPU of all Java threads
  /// @param process the same with the JVM's own
  record Cost(double threads, double process, long bytes) {}
}
