package dev.sallyport.adapters.kill;

import dev.sallyport.adapters.testbed.SlimHouse.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What is known of one house from outside, life after life.
final class House {
  private static final int MOST_WRITES = 4;

  private final Place place;
  private final Life.Fault fault;
  private final Random random;
  private final Tally tally;
  private final List<String> said = new ArrayList<>();
  private @Nullable Killed before;
  private @Nullable Step step;
  private boolean ended;

  House(Place place, Life.Fault fault, Random random, Tally tally) {
    this.place = place;
    this.fault = fault;
    this.random = random;
    this.tally = tally;
  }

  /// A life that is to be killed, each step in its turn. Recovery can only be cut short where there
  /// is something to recover, and only once it was seen what that step leaves.
  Life begins(int number) {
    boolean recovering =
        before != null
            && before.step().leavesAnOpenClaim()
            && tally.knows(before.step())
            && random.nextInt(4) == 0;
    return begins(number, recovering ? Step.RECOVERING : tally.nextStep());
  }

  /// The last of a place, which ends by itself.
  Life beginsTheLast(int number) {
    return begins(number, null);
  }

  private Life begins(int number, @Nullable Step at) {
    step = at;
    ended = false;
    said.clear();
    return new Life(
        place,
        number,
        at,
        at == null ? 0 : random.nextInt(MOST_WRITES),
        before == null ? "-" : before.name(),
        fault);
  }

  /// Whether it stands where it is to be killed, or ended by itself.
  boolean hasEnded() {
    return ended;
  }

  void says(String line) {
    said.add(line);
    String[] words = line.split(" ", 2);
    switch (words[0]) {
      case "RECOVERED" -> tally.recovered(Long.parseLong(words[1]));
      case "FOUND" -> tally.found(before, words[1]);
      case "FAULT" -> tally.fault(words[1]);
      case "AT" -> stands(words[1].split(" ", 2));
      case "END" -> {
        if (step != null && step != Step.RECOVERING) {
          tally.fault("the step " + step + " was never reached: " + said);
        }
        ends(Killed.NOWHERE);
      }
      default -> {}
    }
  }

  /// Its worker has ended.
  void isGone() {
    if (!ended) {
      tally.fault("a worker ended by itself: " + said);
      ends(Killed.NOWHERE);
    }
  }

  private void stands(String... at) {
    Step reached = Step.valueOf(at[0]);
    tally.killed();
    ends(
        reached == Step.RECOVERING && before != null
            ? new Killed(reached, before.name())
            : new Killed(reached, at[1]));
  }

  private void ends(Killed now) {
    before = now;
    ended = true;
  }

  /// Where a life ended, and the write it was at.
  record Killed(Step step, String name) {
    static final Killed NOWHERE = new Killed(Step.AFTER_SEALING, "-");
  }
}
