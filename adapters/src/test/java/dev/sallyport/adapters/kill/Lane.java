package dev.sallyport.adapters.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One worker after another for the same houses, each killed but the last.
final class Lane implements Callable<@Nullable Void> {
  private final Jvm jvm;
  private final Supplier<List<House>> streets;
  private final int chain;
  private final Tally tally;

  Lane(Jvm jvm, Supplier<List<House>> streets, int chain, Tally tally) {
    this.jvm = jvm;
    this.streets = streets;
    this.chain = chain;
    this.tally = tally;
  }

  @Override
  public @Nullable Void call() throws IOException, InterruptedException {
    while (tally.isWanted()) {
      List<House> street = streets.get();
      for (int number = 0; number < chain && tally.isWanted(); number++) {
        int life = number;
        live(street, house -> house.begins(life));
      }
      live(street, house -> house.beginsTheLast(chain));
    }
    return null;
  }

  /// Lets them live until each stands where it is to be killed, or has ended.
  private void live(List<House> street, Function<House, Life> lives)
      throws IOException, InterruptedException {
    List<String> arguments =
        street.stream().map(lives).flatMap(life -> life.arguments().stream()).toList();
    Process process = jvm.start(Worker.class, arguments);
    tally.began();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", 2);
        street.get(Integer.parseInt(words[0])).says(words[1]);
        if (street.stream().allMatch(House::hasEnded)) {
          break;
        }
      }
      street.forEach(House::isGone);
    } finally {
      // SIGKILL
      process.destroyForcibly().waitFor();
    }
  }
}
