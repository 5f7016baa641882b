package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.KeyRing.Addition;
import dev.sallyport.application.port.out.KeyRing.State;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.KeyUse;
import dev.sallyport.domain.vault.RingKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every implementation of [KeyRing] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class KeyRingContract {
  /// A new one that can be used.
  protected abstract KeyRing keyRing();

  @ParameterizedTest
  @EnumSource
  void a_ring_has_one_current_key_of_each_use(KeyUse use) {
    assertThat(current(keysOf(keyRing()), use)).hasSize(1);
  }

  @Test
  void it_answers_the_same_keys_each_time() {
    KeyRing ring = keyRing();

    assertThat(keysOf(ring)).isEqualTo(keysOf(ring));
  }

  @ParameterizedTest
  @EnumSource
  void a_key_that_is_added_becomes_the_current_one_and_the_others_stay(KeyUse use) {
    KeyRing ring = keyRing();
    List<RingKey> before = keysOf(ring);
    List<RingKey> added = added(ring.add(Set.of(use)));

    assertThat(keysOf(ring))
        .extracting(RingKey::id)
        .containsAll(ids(before))
        .hasSize(before.size() + added.size());
    assertThat(current(keysOf(ring), use)).containsAll(added).hasSize(1);
  }

  @Test
  void keys_of_each_use_are_added_in_one_step() {
    KeyRing ring = keyRing();
    List<RingKey> before = keysOf(ring);
    List<RingKey> added = added(ring.add(EnumSet.allOf(KeyUse.class)));

    assertThat(keysOf(ring)).hasSize(before.size() + added.size());
  }

  @Test
  void no_two_keys_have_one_id() {
    KeyRing ring = keyRing();
    ring.add(EnumSet.allOf(KeyUse.class));

    assertThat(keysOf(ring)).extracting(RingKey::id).doesNotHaveDuplicates();
  }

  /// None, where the ring cannot be added to.
  private static List<RingKey> added(Addition addition) {
    return switch (addition) {
      case Addition.Added(var keys) -> keys;
      case Addition.Given() -> List.of();
      case Addition.InUse(), Addition.Failed _ -> throw new AssertionError(addition);
    };
  }

  protected static List<RingKey> keysOf(KeyRing ring) {
    return assertThat(ring.state())
        .asInstanceOf(InstanceOfAssertFactories.type(State.Usable.class))
        .actual()
        .keys();
  }

  private static List<RingKey> current(List<RingKey> keys, KeyUse use) {
    List<RingKey> current = new ArrayList<>(keys);
    current.removeIf(key -> key.use() != use || !key.current());
    return current;
  }

  private static List<KeyId> ids(List<RingKey> keys) {
    return keys.stream().map(RingKey::id).toList();
  }
}
