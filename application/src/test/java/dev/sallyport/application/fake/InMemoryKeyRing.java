package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.KeyRing;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyCheck;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.KeyUse;
import dev.sallyport.domain.vault.RingKey;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A ring of ids without keys, that does what the test says.
public final class InMemoryKeyRing implements KeyRing {
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final List<RingKey> keys = new CopyOnWriteArrayList<>();
  private volatile @Nullable Addition refusal;
  private volatile @Nullable State trouble;

  public InMemoryKeyRing() {
    grow(EnumSet.allOf(KeyUse.class));
  }

  /// From now on it answers this to whoever wants to add a key.
  public void refuses(Addition answer) {
    refusal = answer;
  }

  /// From now on it cannot be used.
  public void breaks(State.Unusable answer) {
    trouble = answer;
  }

  @Override
  public State state() {
    State broken = trouble;
    return broken == null ? new State.Usable(keys) : broken;
  }

  @Override
  public Addition add(Set<KeyUse> uses) {
    Addition answer = refusal;
    return answer == null ? new Addition.Added(grow(uses)) : answer;
  }

  private List<RingKey> grow(Set<KeyUse> uses) {
    keys.replaceAll(key -> uses.contains(key.use()) ? aged(key) : key);
    int before = keys.size();
    uses.stream().map(InMemoryKeyRing::fresh).forEach(keys::add);
    return IntStream.range(before, keys.size()).mapToObj(keys::get).toList();
  }

  private static RingKey aged(RingKey key) {
    return new RingKey(key.use(), key.madeAt(), false, key.check());
  }

  private static RingKey fresh(KeyUse use) {
    var id = new KeyId("%016x".formatted(NUMBERS.incrementAndGet()));
    return new RingKey(
        use, Optional.of(Instant.EPOCH), true, new KeyCheck(id, Bytes.of(id.bytes())));
  }
}
