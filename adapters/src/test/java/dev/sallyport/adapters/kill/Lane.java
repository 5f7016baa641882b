package dev.sallyport.adapters.kill;

import dev.sallyport.adapters.testbed.SlimHouse.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One house after another at one place, each killed but the last.
final class Lane implements Callable<@Nullable Void> {
  private static final int MOST_WRITES = 4;

  private final Jvm jvm;
  private final Supplier<Place> places;
  private final Life.Fault fault;
  private final Random random;
  private final int chain;
  private final Tally tally;

  Lane(Jvm jvm, Supplier<Place> places, Life.Fault fault, Random random, int chain, Tally tally) {
    this.jvm = jvm;
    this.places = places;
    this.fault = fault;
    this.random = random;
    this.chain = chain;
    this.tally = tally;
  }

  @Override
  public @Nullable Void call() throws IOException, InterruptedException {
    while (tally.isWanted()) {
      Place place = places.get();
      @Nullable Killed before = null;
      for (int number = 0; number < chain && tally.isWanted(); number++) {
        before = live(place, number, step(before), before);
      }
      live(place, chain, null, before);
    }
    return null;
  }

  /// Each step in its turn; recovery can only be cut short where there is something to recover.
  private Step step(@Nullable Killed before) {
    if (before != null && before.step().leavesAnOpenClaim() && random.nextInt(4) == 0) {
      return Step.RECOVERING;
    }
    return tally.nextStep();
  }

  /// @param step where it is killed; the last of a place ends by itself
  private Killed live(Place place, int number, @Nullable Step step, @Nullable Killed before)
      throws IOException, InterruptedException {
    var life =
        new Life(
            place,
            number,
            step == null ? Step.RECOVERING : step,
            step == null ? 0 : random.nextInt(MOST_WRITES),
            before == null ? "-" : before.name(),
            fault);
    Process process = jvm.start(Worker.class, life.arguments());
    List<String> said = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      return until(lines, said, before, step);
    } finally {
      // SIGKILL
      process.destroyForcibly().waitFor();
    }
  }

  private Killed until(
      BufferedReader lines, List<String> said, @Nullable Killed before, @Nullable Step step)
      throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      String[] words = line.split(" ", 2);
      switch (words[0]) {
        case "RECOVERED" -> tally.recovered(Long.parseLong(words[1]));
        case "FOUND" -> tally.found(before, words[1]);
        case "FAULT" -> tally.fault(words[1]);
        case "AT" -> {
          String[] at = words[1].split(" ", 2);
          Step reached = Step.valueOf(at[0]);
          tally.killed();
          return reached == Step.RECOVERING && before != null
              ? new Killed(reached, before.name())
              : new Killed(reached, at[1]);
        }
        case "END" -> {
          if (step != null && step != Step.RECOVERING) {
            tally.fault("the step " + step + " was never reached: " + said);
          }
          return new Killed(Step.AFTER_SEALING, "-");
        }
        default -> {}
      }
    }
    tally.fault("a worker ended by itself: " + said);
    return new Killed(Step.AFTER_SEALING, "-");
  }

  /// Where a life ended, and the write it was at.
  record Killed(Step step, String name) {}
}
