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
  static final Duration HINDERED = Duration.ofMinutes(5);

  private final Map<ClaimId, Look> last = new ConcurrentHashMap<>();

  boolean isDue(Claim claim, Instant now) {
    Look look = last.get(claim.id());
    // one that is ahead of now is from before the clock was set back
    return look == null || look.at().isAfter(now) || !now.isBefore(look.at().plus(look.pause()));
  }

  /// The next pause is as long as all before it.
  void looked(Claim claim, Instant now) {
    last.put(claim.id(), new Look(now, Duration.between(claim.changedAt(), now).abs()));
  }

  /// Whoever could tell was away.
  void hindered(Claim claim, Instant now) {
    last.put(claim.id(), new Look(now, HINDERED));
  }

  /// Forgets those that are looked for no more.
  void forget(Instant now) {
    last.values().removeIf(look -> look.at().isBefore(now.minus(LONGEST)));
  }

  private record Look(Instant at, Duration pause) {}
}
