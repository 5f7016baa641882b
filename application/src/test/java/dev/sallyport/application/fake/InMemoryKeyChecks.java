package dev.sallyport.application.fake;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.KeyChecks;
import dev.sallyport.domain.vault.KeyCheck;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.RingKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Key checks that last as long as the test, and can be away.
public final class InMemoryKeyChecks implements KeyChecks {
  private final Map<KeyId, KeyCheck> stored = new LinkedHashMap<>();
  private volatile boolean away;

  public void goesAway() {
    away = true;
  }

  public void comesBack() {
    away = false;
  }

  @Override
  public synchronized List<KeyCheck> settle(List<RingKey> ring) {
    if (away) {
      throw new Unavailable("the key checks", new IllegalStateException("away"));
    }
    if (ring.stream().map(RingKey::id).collect(Collectors.toSet()).containsAll(stored.keySet())) {
      ring.stream()
          .filter(RingKey::current)
          .forEach(key -> stored.putIfAbsent(key.id(), key.check()));
    }
    return List.copyOf(stored.values());
  }
}
