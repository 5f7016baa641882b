package dev.sallyport.application.bearer;

import dev.sallyport.application.port.out.ApiKeys.Use;
import dev.sallyport.application.port.out.ApiKeys.Whereabouts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The last uses of keys, on their way to the store.
public final class LastUses {
  // a use that is not noted now is at the next minute's
  private static final int MOST = 10_000;

  private final Map<Whereabouts, LastUse> known = new ConcurrentHashMap<>();
  private final Map<Whereabouts, Instant> waiting = new ConcurrentHashMap<>();

  /// The same for one key however often it is read, so that a minute stays a minute.
  public LastUse of(Whereabouts key) {
    if (known.size() >= MOST) {
      known.clear();
    }
    return known.computeIfAbsent(key, it -> new LastUse(this, it));
  }

  /// What was noted since the last time.
  public List<Use> take() {
    List<Use> taken = new ArrayList<>();
    for (Whereabouts key : List.copyOf(waiting.keySet())) {
      Instant at = waiting.remove(key);
      if (at != null) {
        taken.add(new Use(key.organization(), key.key(), at));
      }
    }
    return taken;
  }

  /// For what could not be stored: a later use counts more.
  public void giveBack(List<Use> uses) {
    for (Use use : uses) {
      if (waiting.size() < MOST) {
        waiting.putIfAbsent(new Whereabouts(use.organization(), use.key()), use.at());
      }
    }
  }

  void note(Whereabouts key, Instant at) {
    if (waiting.size() < MOST) {
      waiting.put(key, at);
    }
  }
}
