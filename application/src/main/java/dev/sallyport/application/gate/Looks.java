package dev.sallyport.application.gate;

import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.id.ClaimId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// When claims are looked for that nobody asks about: soon at first, then ever more seldom, and
/// after a day no more. A backend's allowance is not spent on what it does not know.
///
/// Whoever calls with a claim's key has it looked for all the same.
final class Looks {
  static final Duration LONGEST = Duration.ofDays(1);

  private final Map<ClaimId, Instant> last = new ConcurrentHashMap<>();

  boolean isDue(Claim claim, Instant now) {
    Instant before = last.getOrDefault(claim.id(), claim.changedAt());
    // each pause is as long as all before it; a time ahead of now is from before the clock was set
    // back
    Duration pause = Duration.between(claim.changedAt(), before).abs();
    return before.isAfter(now) || !now.isBefore(before.plus(pause));
  }

  void looked(Claim claim, Instant now) {
    last.put(claim.id(), now);
  }

  /// Forgets those that are looked for no more.
  void forget(Instant now) {
    last.values().removeIf(at -> at.isBefore(now.minus(LONGEST)));
  }
}
