package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.Vault.Rewrapping;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.WrappedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keys of people that last as long as the test.
public final class InMemoryPersonKeys implements PersonKeys, Undoable {
  private static final Lock LOCK = new Lock.ServerSealed();

  private final ConcurrentSkipListMap<String, Optional<WrappedKey>> keys =
      new ConcurrentSkipListMap<>();
  private final Vault vault;
  private volatile Predicate<PersonId> broken = _ -> false;
  private volatile RuntimeException fault = new IllegalStateException("a bug");

  public InMemoryPersonKeys(Vault vault) {
    this.vault = vault;
  }

  /// From now on nobody's key can be asked for.
  public void breakWith(RuntimeException with) {
    fault = with;
    broken = _ -> true;
  }

  /// From now on this one's key cannot be.
  public void breakFor(PersonId person, RuntimeException with) {
    fault = with;
    broken = person::equals;
  }

  public void mend() {
    broken = _ -> false;
  }

  @Override
  public synchronized Holding keyOf(PersonId person) {
    if (broken.test(person)) {
      throw fault;
    }
    return keys.computeIfAbsent(
            person.value(), _ -> Optional.of(vault.newKey(LOCK, SealContext.ofKey(person))))
        .<Holding>map(Holding.Present::new)
        .orElseGet(Holding.Destroyed::new);
  }

  @Override
  public synchronized void destroy(PersonId person) {
    keys.put(person.value(), Optional.empty());
  }

  @Override
  public synchronized Batch rewrap(@Nullable PersonId after, int most) {
    List<PersonId> people =
        keys.tailMap(after == null ? "" : after.value(), false).keySet().stream()
            .filter(this::isOld)
            .limit(most)
            .map(PersonId::new)
            .toList();
    int rewrapped = 0;
    List<PersonId> stuck = new ArrayList<>();
    for (PersonId person : people) {
      WrappedKey old = held(person.value()).orElseThrow();
      switch (vault.rewrap(old, LOCK, LOCK, SealContext.ofKey(person))) {
        case Rewrapping.Rewrapped(WrappedKey key) -> rewrapped += replace(person, old, key);
        case Rewrapping.NotRewrapped _ -> stuck.add(person);
      }
    }
    return new Batch(
        rewrapped, stuck, people.isEmpty() ? Optional.empty() : Optional.of(people.getLast()));
  }

  private int replace(PersonId person, WrappedKey old, WrappedKey key) {
    return keys.replace(person.value(), Optional.of(old), Optional.of(key)) ? 1 : 0;
  }

  @Override
  public synchronized Runnable snapshot() {
    Map<String, Optional<WrappedKey>> before = Map.copyOf(keys);
    return () -> putBack(before);
  }

  private synchronized void putBack(Map<String, Optional<WrappedKey>> before) {
    keys.clear();
    keys.putAll(before);
  }

  private Optional<WrappedKey> held(String person) {
    return keys.getOrDefault(person, Optional.empty());
  }

  private boolean isOld(String person) {
    return held(person).filter(key -> !key.serverKey().equals(vault.serverKey())).isPresent();
  }
}
