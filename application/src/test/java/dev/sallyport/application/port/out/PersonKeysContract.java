package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.fake.InMemoryVault;
import dev.sallyport.application.port.out.PersonKeys.Batch;
import dev.sallyport.application.port.out.PersonKeys.Holding;
import dev.sallyport.application.port.out.Vault.Unlocking;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.WrappedKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/// What every implementation of [PersonKeys] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class PersonKeysContract {
  private static final PersonId ANN = person(1);
  private static final PersonId BOB = person(2);
  private static final PersonId CLEO = person(3);
  private static final int RACERS = 4;
  private static final int ROUNDS = 25;

  private final InMemoryVault vault = new InMemoryVault();
  private PersonKeys keys;

  /// An empty store over this vault, new for each call.
  protected abstract PersonKeys personKeys(Vault vault);

  @BeforeEach
  void aStore() {
    keys = personKeys(vault);
  }

  @Test
  void a_person_has_one_key_from_the_first_asking_on() {
    assertThat(keys.keyOf(ANN)).isInstanceOf(Holding.Present.class).isEqualTo(keys.keyOf(ANN));
  }

  @Test
  void it_is_a_server_sealed_one_of_that_person_alone() {
    WrappedKey key = present(ANN);
    Lock server = new Lock.ServerSealed();

    assertThat(vault.unlock(key, server, SealContext.ofKey(ANN)))
        .isInstanceOf(Unlocking.Unlocked.class);
    assertThat(vault.unlock(key, server, SealContext.ofKey(BOB)))
        .isInstanceOf(Unlocking.StaysLocked.class);
  }

  @Test
  void no_two_people_have_one_key() {
    assertThat(present(ANN)).isNotEqualTo(present(BOB));
  }

  @Test
  void all_who_ask_first_at_the_same_time_are_answered_the_same_key() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(answersToARace(person(100 + round))).hasSize(1);
    }
  }

  @Test
  void a_destroyed_key_is_gone_for_good_and_the_others_stay() {
    WrappedKey other = present(BOB);
    keys.keyOf(ANN);
    keys.destroy(ANN);
    keys.destroy(ANN);

    assertThat(keys.keyOf(ANN)).isEqualTo(new Holding.Destroyed());
    assertThat(present(BOB)).isEqualTo(other);
  }

  @Test
  void a_person_who_never_had_one_does_not_get_one_after_it_is_destroyed() {
    keys.destroy(ANN);

    assertThat(keys.keyOf(ANN)).isEqualTo(new Holding.Destroyed());
  }

  @Test
  void after_a_rotation_keys_are_wrapped_anew_batch_by_batch() {
    List.of(ANN, BOB, CLEO).forEach(keys::keyOf);
    vault.rotates();

    assertThat(keys.rewrap(null, 2)).isEqualTo(new Batch(2, List.of(), Optional.of(BOB)));
    assertThat(keys.rewrap(BOB, 2)).isEqualTo(new Batch(1, List.of(), Optional.of(CLEO)));
    assertThat(keys.rewrap(CLEO, 2)).isEqualTo(new Batch(0, List.of(), Optional.empty()));
    assertThat(List.of(present(ANN), present(BOB), present(CLEO)))
        .extracting(WrappedKey::serverKey)
        .containsOnly(vault.serverKey());
  }

  @Test
  void begun_again_it_passes_over_what_is_done_and_what_is_destroyed() {
    List.of(ANN, BOB, CLEO).forEach(keys::keyOf);
    vault.rotates();
    keys.rewrap(null, 1);
    keys.destroy(BOB);

    assertThat(keys.rewrap(null, 10)).isEqualTo(new Batch(1, List.of(), Optional.of(CLEO)));
    assertThat(keys.keyOf(BOB)).isEqualTo(new Holding.Destroyed());
  }

  @Test
  void one_destroyed_while_it_is_wrapped_anew_stays_destroyed() {
    keys.keyOf(ANN);
    vault.rotates();
    vault.whileRewrapping(() -> keys.destroy(ANN));

    assertThat(keys.rewrap(null, 10)).isEqualTo(new Batch(0, List.of(), Optional.of(ANN)));
    assertThat(keys.keyOf(ANN)).isEqualTo(new Holding.Destroyed());
  }

  @Test
  void one_that_cannot_be_opened_is_named_and_left_and_does_not_stop_the_others() {
    List.of(ANN, BOB, CLEO).forEach(keys::keyOf);
    WrappedKey lost = present(BOB);
    vault.loses(lost);
    vault.rotates();

    assertThat(keys.rewrap(null, 10)).isEqualTo(new Batch(2, List.of(BOB), Optional.of(CLEO)));
    assertThat(present(BOB)).isEqualTo(lost);
  }

  @Test
  void nothing_is_wrapped_anew_without_a_rotation() {
    keys.keyOf(ANN);

    assertThat(keys.rewrap(null, 10)).isEqualTo(new Batch(0, List.of(), Optional.empty()));
  }

  protected final WrappedKey present(PersonId person) {
    return assertThat(keys.keyOf(person))
        .asInstanceOf(InstanceOfAssertFactories.type(Holding.Present.class))
        .actual()
        .key();
  }

  private Set<Holding> answersToARace(PersonId person) throws Exception {
    var start = new CyclicBarrier(RACERS);
    List<Callable<Holding>> racers =
        IntStream.range(0, RACERS).mapToObj(_ -> racer(start, person)).toList();
    Set<Holding> answers = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(RACERS)) {
      for (var answer : threads.invokeAll(racers)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private Callable<Holding> racer(CyclicBarrier start, PersonId person) {
    return () -> {
      start.await();
      return keys.keyOf(person);
    };
  }

  private static PersonId person(int number) {
    return new PersonId("%032x".formatted(number));
  }
}
