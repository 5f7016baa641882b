package dev.sallyport.application.bearer;

import dev.sallyport.application.port.in.Authenticate.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The bearers that were met of late: good ones until something changes, others for two seconds.
///
/// Both are bounded, and apart: whoever tries many tokens makes it forget nobody who is known.
public final class Bearers {
  private static final int MOST = 10_000;
  private static final Duration REFUSED_FOR = Duration.ofSeconds(2);

  private final Map<Fingerprint, Credential> known = new ConcurrentHashMap<>();
  private final Map<Fingerprint, Refusal> refused = new ConcurrentHashMap<>();
  private final Pause sweep = new Pause(REFUSED_FOR);

  /// Who was found good before; whether that still holds is for the caller to say.
  public @Nullable Credential known(Fingerprint bearer) {
    return known.get(bearer);
  }

  /// Why it was refused a moment ago.
  public Optional<Proof> refused(Fingerprint bearer, Instant at) {
    Refusal refusal = refused.get(bearer);
    return refusal != null && refusal.holds(at) ? Optional.of(refusal.proof()) : Optional.empty();
  }

  public Proof remember(Fingerprint bearer, Credential credential) {
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(bearer, credential);
    return credential.proof();
  }

  public Proof refuse(Fingerprint bearer, Proof proof, Instant at) {
    known.remove(bearer);
    if (refused.size() >= MOST && sweep.isOver(at)) {
      refused.values().removeIf(refusal -> !refusal.holds(at));
    }
    // one that does not fit in is looked up again, which costs no more than another new one
    if (refused.size() < MOST) {
      refused.put(bearer, new Refusal(proof, at));
    }
    return proof;
  }

  /// How many are remembered, good ones and others.
  int size() {
    return known.size() + refused.size();
  }

  private record Refusal(Proof proof, Instant since) {
    // a clock set back must not keep an old answer alive
    boolean holds(Instant at) {
      return !at.isBefore(since) && at.isBefore(since.plus(REFUSED_FOR));
    }
  }
}
