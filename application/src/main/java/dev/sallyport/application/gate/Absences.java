package dev.sallyport.application.gate;

import dev.sallyport.application.Unavailable;
import dev.sallyport.domain.id.OrganizationId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Tells a store that is away from things in it that cannot be reached, within one turn: whoever
/// could not be reached three times is passed over, and three of them mean that it is the store.
final class Absences {
  private static final int MOST = 3;

  private final Map<OrganizationId, Integer> missed = new ConcurrentHashMap<>();

  boolean isAway(OrganizationId organization) {
    return missed.getOrDefault(organization, 0) >= MOST;
  }

  void missed(OrganizationId organization, Unavailable away) {
    missed.merge(organization, 1, Integer::sum);
    if (missed.keySet().stream().filter(this::isAway).count() == MOST) {
      throw away;
    }
  }
}
