package dev.sallyport.adapters.kill;

import dev.sallyport.adapters.testbed.Handmade;
import dev.sallyport.adapters.testbed.SlimHouse;
import dev.sallyport.application.port.in.CallTool;
import dev.sallyport.application.port.in.CallTool.Command;
import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.application.port.in.SealLedger;
import dev.sallyport.application.port.out.Claims;
import dev.sallyport.application.port.out.Nodes;
import dev.sallyport.domain.id.ToolName;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One life of a house: it recovers what the one before left, looks at it, asks again what that one
/// asked, and writes until it is killed.
///
/// A process carries several, each at a place of its own, since starting one costs more than all
/// that they do. They begin to write together, so that all are busy when the last has stopped at
/// its step.
final class Worker {
  /// Longer than a life and a lease that it took last together.
  private static final Duration BETWEEN_LIVES = Duration.ofMinutes(2);

  private static final Duration BELIEVED_ALIVE = Duration.ofHours(-1);
  private static final Instant FIRST_LIFE = Instant.parse("2026-11-20T06:00:00Z");
  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(10);
  private static final int BESIDE = 12;

  private final int index;
  private final Life life;
  private final CountDownLatch ready;
  private final long began = uptime();
  private final InstantSource clock;
  private final Stop stop = new Stop(this::stopped);
  private final Watched watched = new Watched(stop);
  private final Arrivals arrivals;
  private final Path asked;
  private final SlimHouse house;

  private Worker(int index, Life life, CountDownLatch ready) throws IOException {
    this.index = index;
    this.life = life;
    this.ready = ready;
    this.clock =
        InstantSource.offset(
            InstantSource.system(),
            Duration.between(Instant.now(), FIRST_LIFE)
                .plus(BETWEEN_LIVES.multipliedBy(life.number())));
    this.arrivals = new Arrivals(life.place().folder());
    this.asked = life.place().folder().resolve("asked");
    this.house =
        new SlimHouse(
            life.place(),
            clock,
            node(),
            Post.allowed(),
            List.of(new Post(arrivals, stop, watched)),
            this::watch);
  }

  public static void main(String[] arguments) {
    // whoever waits at its step must not outlive its killer
    var killer = ProcessHandle.current().parent().orElseThrow();
    var _ = killer.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    List<Life> lives = Life.all(arguments);
    var ready = new CountDownLatch(lives.size());
    for (int index = 0; index < lives.size(); index++) {
      int own = index;
      Thread.ofPlatform()
          .uncaughtExceptionHandler(Worker::broken)
          .start(() -> live(own, lives.get(own), ready));
    }
  }

  private static void live(int index, Life life, CountDownLatch ready) {
    try {
      new Worker(index, life, ready).live();
    } catch (Exception e) {
      throw new IllegalStateException("house %d".formatted(index), e);
    }
  }

  /// Its killer hears that it ended by itself.
  private static void broken(Thread thread, Throwable fault) {
    fault.printStackTrace();
    Runtime.getRuntime().halt(1);
  }

  private void watch(Handmade parts) {
    parts.adapter("out.jdbc.StoredClaims");
    if (life.fault() == Life.Fault.SKIPS_CLAIMS) {
      Forgetful.put(parts);
    }
    watched.put(parts);
  }

  private void live() throws Exception {
    if (life.step() == Step.RECOVERING) {
      stop.arm(Step.RECOVERING);
    }
    // believed dead from its first moment: the next life ends at once what this one leaves, even if
    // the clock is set back between them
    house.get(Nodes.class).lives(node(), BELIEVED_ALIVE);
    recover();
    say("RECOVERED " + uptime());
    seal();
    var inspection = new Inspection(house, arrivals, clock.instant());
    say("FOUND " + (life.last().equals("-") ? "sealing" : inspection.finding(life.last())));
    inspection.faults().forEach(fault -> say("FAULT " + fault));
    askAgain();
    if (life.step() == Step.RECOVERING) {
      say("NOTHING to recover");
    }
    ready.countDown();
    ready.await();
    write();
  }

  // whoever is killed while it recovers never gets as far as the others
  private void stopped(String where) {
    say(where);
    ready.countDown();
  }

  private static long uptime() {
    return ManagementFactory.getRuntimeMXBean().getUptime();
  }

  private String node() {
    return "node" + life.number();
  }

  /// As an instance does every second, until nothing is left to end.
  private void recover() {
    do {
      house.gates().recovery().recover();
    } while (!house.get(Claims.class).stranded(node(), 1).isEmpty()
        && uptime() - began < LONGEST_RECOVERY.toMillis());
  }

  private void askAgain() throws IOException {
    List<String> before = Files.exists(asked) ? Files.readAllLines(asked) : List.of();
    Files.deleteIfExists(asked);
    for (String name : before) {
      Outcome outcome = call(name);
      if (outcome instanceof Outcome.InProgress || outcome instanceof Outcome.Unavailable) {
        say("FAULT asked again, " + name + " is answered " + outcome);
      }
    }
  }

  /// One thread stops at its step after some writes; another writes on beside it.
  private void write() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var beside = threads.submit(() -> writes("b", BESIDE));
      writes("a", life.writes());
      @Nullable Step step = life.step();
      if (step != null && step != Step.RECOVERING) {
        stop.arm(step);
        aim(step);
      }
      beside.get();
    }
    seal();
    say("END");
    house.close();
  }

  private void aim(Step step) throws IOException {
    if (step == Step.SEALING || step == Step.AFTER_SEALING) {
      seal();
      return;
    }
    ask(life.name("a", life.writes()));
  }

  private @Nullable Void writes(String thread, int count) throws IOException {
    for (int number : IntStream.range(0, count).toArray()) {
      ask(life.name(thread, number));
    }
    return null;
  }

  private void ask(String name) throws IOException {
    Files.writeString(asked, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    Outcome outcome = call(name);
    if (!(outcome instanceof Outcome.Answered || stop.isReached())) {
      say("FAULT " + name + " is answered " + outcome);
    }
  }

  private Outcome call(String name) {
    CallTool gate = house.gates().gate();
    return gate.call(
            new Command(
                house.caller(),
                new ToolName("send_letter"),
                "{\"text\":\"%s\",\"idempotencyKey\":\"%s\"}".formatted(name, name),
                clock.instant().plusSeconds(60),
                false,
                Locale.ENGLISH,
                ZoneOffset.UTC,
                Optional.empty(),
                CallTool.Listener.PATIENT))
        .outcome();
  }

  private void seal() {
    SealLedger sealer = house.get(SealLedger.class);
    while (sealer.seal() instanceof SealLedger.Pass.Sealed) {
      Thread.onSpinWait();
    }
  }

  private void say(String line) {
    synchronized (System.out) {
      System.out.println(index + " " + line);
      System.out.flush();
    }
  }
}
