package dev.sallyport.application.gate;

import dev.sallyport.application.Caller;
import dev.sallyport.domain.id.GrantId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who called of late: what their grants perhaps sent is looked for while they are about.
///
/// A call only leaves its name here, so that none waits for it or fails by it.
final class Callers {
  /// How long a grant is not looked at again, however often it calls.
  static final Duration PAUSE = Duration.ofSeconds(30);

  // whoever is not noted now is at their next call
  private static final int MOST = 10_000;

  private final Map<GrantId, Caller> called = new ConcurrentHashMap<>();
  private final Map<GrantId, Instant> looked = new HashMap<>();
  private final Set<GrantId> under = ConcurrentHashMap.newKeySet();

  void called(Caller caller) {
    if (called.size() < MOST) {
      called.putIfAbsent(caller.grant(), caller);
    }
  }

  /// Those whose turn it is, each once.
  synchronized List<Caller> due(Instant now) {
    // a time ahead of now was noted before the clock was set back
    looked.values().removeIf(at -> Duration.between(at, now).abs().compareTo(PAUSE) >= 0);
    List<Caller> due =
        called.values().stream().filter(it -> !looked.containsKey(it.grant())).toList();
    for (Caller caller : due) {
      called.remove(caller.grant());
      looked.put(caller.grant(), now);
    }
    return due;
  }

  /// Whether nobody looks for this one's already; whoever begins says when it ended.
  boolean begins(Caller caller) {
    return under.add(caller.grant());
  }

  void ended(Caller caller) {
    under.remove(caller.grant());
  }
}
