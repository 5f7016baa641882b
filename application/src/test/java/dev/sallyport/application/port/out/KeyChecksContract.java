package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyCheck;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.KeyUse;
import dev.sallyport.domain.vault.RingKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [KeyChecks] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class KeyChecksContract {
  private static final RingKey FIRST = key(1, 1);
  private static final RingKey SECOND = key(2, 2);
  private static final int RACERS = 4;
  private static final int ROUNDS = 10;

  /// An empty store, new for each call.
  protected abstract KeyChecks keyChecks();

  @Test
  void the_first_ring_is_stored_as_it_is() {
    assertThat(keyChecks().settle(List.of(FIRST, SECOND)))
        .containsExactlyInAnyOrder(FIRST.check(), SECOND.check());
  }

  @Test
  void a_ring_that_grew_is_stored_with_what_is_new() {
    KeyChecks checks = keyChecks();
    checks.settle(List.of(FIRST));

    assertThat(checks.settle(List.of(FIRST, SECOND)))
        .containsExactlyInAnyOrder(FIRST.check(), SECOND.check());
  }

  @Test
  void a_key_is_stored_once_it_is_current_and_stays_stored_when_it_no_longer_is() {
    KeyChecks checks = keyChecks();

    assertThat(checks.settle(List.of(FIRST, notCurrent(SECOND)))).containsExactly(FIRST.check());
    assertThat(checks.settle(List.of(notCurrent(FIRST), SECOND)))
        .containsExactlyInAnyOrder(FIRST.check(), SECOND.check());
  }

  @Test
  void a_ring_that_lacks_a_stored_key_changes_nothing() {
    KeyChecks checks = keyChecks();
    checks.settle(List.of(FIRST));

    assertThat(checks.settle(List.of(SECOND))).containsExactly(FIRST.check());
    assertThat(checks.settle(List.of(FIRST))).containsExactly(FIRST.check());
  }

  @Test
  void what_is_stored_is_not_changed_by_a_ring_that_differs() {
    KeyChecks checks = keyChecks();
    checks.settle(List.of(FIRST));

    assertThat(checks.settle(List.of(key(1, 9)))).containsExactly(FIRST.check());
  }

  @Test
  void a_ring_of_no_keys_hears_what_is_stored() {
    KeyChecks checks = keyChecks();
    checks.settle(List.of(FIRST));

    assertThat(checks.settle(List.of())).containsExactly(FIRST.check());
    assertThat(keyChecks().settle(List.of())).isEmpty();
  }

  @Test
  void of_racing_rings_that_share_nothing_one_is_stored() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(answersToARace(keyChecks()))
          .hasSize(1)
          .first()
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .hasSize(1);
    }
  }

  /// What each of some rings heard that came at the same time.
  protected static Set<List<KeyCheck>> answersToARace(KeyChecks checks) throws Exception {
    // what a store does once, before its first answer, is no part of the race
    checks.settle(List.of());
    var start = new CyclicBarrier(RACERS);
    List<Callable<List<KeyCheck>>> racers =
        IntStream.range(0, RACERS).mapToObj(n -> racer(checks, start, n)).toList();
    Set<List<KeyCheck>> answers = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(RACERS)) {
      for (var answer : threads.invokeAll(racers)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private static Callable<List<KeyCheck>> racer(KeyChecks checks, CyclicBarrier start, int number) {
    return () -> {
      start.await();
      return checks.settle(List.of(key(number, number)));
    };
  }

  private static RingKey key(int id, int value) {
    var check =
        new KeyCheck(new KeyId("%016x".formatted(id)), Bytes.of(new byte[] {(byte) value, 0, 1}));
    return new RingKey(KeyUse.SERVER, Optional.empty(), true, check);
  }

  private static RingKey notCurrent(RingKey key) {
    return new RingKey(key.use(), key.madeAt(), false, key.check());
  }
}
