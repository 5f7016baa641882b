package dev.sallyport.application.port.in;

import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.KeyStanding;
import dev.sallyport.domain.vault.KeyUse;
import dev.sallyport.domain.vault.RingKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Changes the keys that seal and sign from now on. Older ones stay, to open and verify.
public interface RotateKeys {
  /// Adds a key of each use, then wraps anew what the server key before wrapped.
  Rotation rotate(Set<KeyUse> uses, Progress progress);

  /// Only wraps anew: after keys that are settings were changed, or a rotation was interrupted.
  Rotation rewrap(Progress progress);

  /// Is told how many keys were wrapped anew so far.
  interface Progress {
    void reached(int rewrapped);
  }

  /// How it ended.
  sealed interface Rotation {
    /// The keys of `stuck` could not be opened, and are as they were.
    record Rotated(List<RingKey> added, int rewrapped, List<PersonId> stuck) implements Rotation {
      public Rotated {
        added = List.copyOf(added);
        stuck = List.copyOf(stuck);
      }
    }

    /// The keys are settings: they are changed where they are set.
    record Given() implements Rotation {}

    /// A server or another rotation works with this ring.
    record InUse() implements Rotation {}

    /// The ring is not right as it is; nothing was changed.
    record NotSound(KeyStanding standing) implements Rotation {
      public NotSound {
        Objects.requireNonNull(standing);
      }
    }
  }
}
