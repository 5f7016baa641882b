package dev.sallyport.adapters.out.crypto;

import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.WrappedKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The data keys that were opened last, so that a busy person's key is not opened for each entry.
final class RecentKeys {
  private final ReentrantLock turn = new ReentrantLock();
  private final Map<Slot, DataKey> keys;

  RecentKeys(int most) {
    keys =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Slot, DataKey> eldest) {
            return size() > most;
          }
        };
  }

  Optional<DataKey> find(WrappedKey key, SealContext context) {
    turn.lock();
    try {
      return Optional.ofNullable(keys.get(new Slot(key, context)));
    } finally {
      turn.unlock();
    }
  }

  void keep(WrappedKey key, SealContext context, DataKey opened) {
    turn.lock();
    try {
      keys.put(new Slot(key, context), opened);
    } finally {
      turn.unlock();
    }
  }

  int size() {
    turn.lock();
    try {
      return keys.size();
    } finally {
      turn.unlock();
    }
  }

  private record Slot(WrappedKey key, SealContext context) {}
}
