package dev.sallyport.adapters.kill;

import dev.sallyport.adapters.kill.House.Killed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What came of all lanes together.
final class Tally {
  private final int cycles;
  private final Random random;
  private final IntConsumer progress;
  private final List<Step> turns = new ArrayList<>();
  private final Map<String, Integer> pairs = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private int kills;
  private int workers;
  private long longestRecovery;

  Tally(int cycles, Random random, IntConsumer progress) {
    this.cycles = cycles;
    this.random = random;
    this.progress = progress;
  }

  /// Whether there are kills left to do; after the first fault there are none.
  synchronized boolean isWanted() {
    return kills < cycles && faults.isEmpty();
  }

  synchronized Step nextStep() {
    if (turns.isEmpty()) {
      Step.all().stream().filter(step -> step != Step.RECOVERING).forEach(turns::add);
      Collections.shuffle(turns, random);
    }
    return turns.removeLast();
  }

  synchronized void killed() {
    kills++;
    progress.accept(kills);
  }

  synchronized void began() {
    workers++;
  }

  synchronized void recovered(long millis) {
    longestRecovery = Math.max(longestRecovery, millis);
  }

  synchronized void found(@Nullable Killed before, String finding) {
    if (before == null) {
      return;
    }
    if (!before.step().mayLeave(finding)) {
      faults.add(
          "%s, killed at %s, is found as: %s".formatted(before.name(), before.step(), finding));
    }
    pairs.merge(before.step() + " -> " + finding, 1, Integer::sum);
  }

  /// Whether it was looked at what this step leaves.
  synchronized boolean knows(Step step) {
    return pairs.keySet().stream().anyMatch(pair -> pair.startsWith(step + " "));
  }

  synchronized void fault(String what) {
    faults.add(what);
  }

  synchronized Report report() {
    return new Report(kills, workers, pairs, longestRecovery, faults);
  }

  /// @param pairs how often each step was found to leave what
  record Report(
      int kills,
      int workers,
      Map<String, Integer> pairs,
      long longestRecoveryMillis,
      List<String> faults) {
    Report {
      pairs = Collections.unmodifiableMap(new TreeMap<>(pairs));
      faults = List.copyOf(faults);
    }

    /// Those that were reached and looked at afterwards.
    Set<Step> steps() {
      return pairs.keySet().stream()
          .map(pair -> Step.valueOf(pair.split(" ", 2)[0]))
          .collect(Collectors.toSet());
    }
  }
}
