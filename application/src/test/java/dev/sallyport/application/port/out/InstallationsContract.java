package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.instance.Installation;
import dev.sallyport.domain.instance.InstallationId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [Installations] must do. Extend it; override nothing but
/// [#installations()].
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class InstallationsContract {
  private static final Installation FIRST =
      new Installation(
          new InstallationId("0000000000000000000000000000000a"),
          Instant.parse("2026-11-20T12:00:00.123456Z"));
  private static final Installation SECOND =
      new Installation(
          new InstallationId("0000000000000000000000000000000b"),
          Instant.parse("2026-11-20T12:00:01Z"));
  private static final int RACERS = 4;
  private static final int ROUNDS = 25;

  /// An empty store, new for each call.
  protected abstract Installations installations();

  @Test
  void the_first_proposal_is_stored_as_it_is() {
    assertThat(installations().settle(FIRST)).isEqualTo(FIRST);
  }

  @Test
  void every_later_proposal_is_answered_the_first() {
    Installations installations = installations();
    installations.settle(FIRST);

    assertThat(installations.settle(SECOND)).isEqualTo(FIRST);
    assertThat(installations.settle(FIRST)).isEqualTo(FIRST);
  }

  @Test
  void racing_proposals_are_all_answered_the_same_one() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(answersToARace(installations())).hasSize(1);
    }
  }

  private static Set<Installation> answersToARace(Installations installations) throws Exception {
    var start = new CyclicBarrier(RACERS);
    List<Callable<Installation>> racers =
        IntStream.range(0, RACERS).mapToObj(n -> racer(installations, start, n)).toList();
    Set<Installation> answers = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(RACERS)) {
      for (var answer : threads.invokeAll(racers)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private static Callable<Installation> racer(
      Installations installations, CyclicBarrier start, int number) {
    var id = new InstallationId("%032x".formatted(number));
    return () -> {
      start.await();
      return installations.settle(new Installation(id, Instant.EPOCH));
    };
  }
}
