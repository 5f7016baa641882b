package dev.sallyport.domain.vault;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// A key of the ring, without the key. One of each use is current; the others only open and verify
/// what they sealed and signed. When it was made is known of keys that were made here.
public record RingKey(KeyUse use, Optional<Instant> madeAt, boolean current, KeyCheck check) {
  public RingKey {
    Objects.requireNonNull(use);
    Objects.requireNonNull(madeAt);
    Objects.requireNonNull(check);
  }

  public KeyId id() {
    return check.id();
  }
}
