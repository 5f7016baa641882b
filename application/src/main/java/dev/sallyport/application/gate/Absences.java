package dev.sallyport.application.gate;

import dev.sallyport.application.Unavailable;
import dev.sallyport.domain.id.OrganizationId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Tells a store that is away from things in it that cannot be reached, within one turn: an
/// organization that was missed three times is passed over, and three that were missed one after
/// the other mean that it is the store.
final class Absences {
  private static final int MOST = 3;

  private final Map<OrganizationId, Integer> missed = new ConcurrentHashMap<>();
  private final Set<OrganizationId> inARow = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Unavailable> store = new AtomicReference<>();

  boolean isAway(OrganizationId organization) {
    return store.get() != null || missed.getOrDefault(organization, 0) >= MOST;
  }

  void reached() {
    inARow.clear();
  }

  void missed(OrganizationId organization, Unavailable away) {
    missed.merge(organization, 1, Integer::sum);
    inARow.add(organization);
    if (inARow.size() == MOST) {
      store.set(away);
    }
  }

  Optional<Unavailable> ofTheStore() {
    return Optional.ofNullable(store.get());
  }
}
