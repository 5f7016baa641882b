package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.Vault.Rewrapping;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.WrappedKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// Keys of people that last as long as the test.
public final class InMemoryPersonKeys implements PersonKeys, Undoable {
  private static final Lock LOCK = new Lock.ServerSealed();

  private final ConcurrentSkipListMap<String, Optional<WrappedKey>> keys =
      new ConcurrentSkipListMap<>();
  private final Vault vault;

  public InMemoryPersonKeys(Vault vault) {
    this.vault = vault;
  }

  @Override
  public synchronized Holding keyOf(PersonId person) {
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
    List<String> people =
        keys.tailMap(after == null ? "" : after.value(), false).keySet().stream()
            .filter(this::isOld)
            .limit(most)
            .toList();
    int rewrapped = (int) people.stream().filter(this::rewrapped).count();
    return new Batch(
        rewrapped,
        people.size() - rewrapped,
        people.isEmpty() ? Optional.empty() : Optional.of(new PersonId(people.getLast())));
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

  private boolean rewrapped(String person) {
    SealContext context = SealContext.ofKey(new PersonId(person));
    return switch (vault.rewrap(held(person).orElseThrow(), LOCK, LOCK, context)) {
      case Rewrapping.Rewrapped(WrappedKey key) -> keys.put(person, Optional.of(key)).isPresent();
      case Rewrapping.NotRewrapped _ -> false;
    };
  }
}
