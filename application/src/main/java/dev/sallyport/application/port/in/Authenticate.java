package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import dev.sallyport.domain.secret.Secret;
import java.time.Instant;
import java.util.Objects;

/// Finds out who calls by what they bear. Every request asks this, so what was proven is remembered
/// for as long as nothing changed.
public interface Authenticate {
  /// Throws `Unavailable` where nobody knows whether what is remembered still holds. What comes
  /// after [Proof.Proven] is the same to whoever asks; only the log may tell which it was.
  Proof prove(Secret bearer);

  /// The same for a line that stays while nobody says anything: it is no use of what they bear.
  Proof holds(Secret bearer);

  /// What [#prove] would say as far as memory knows, for threads that must not wait.
  Memory remembered(Secret bearer);

  /// What is known of a bearer without asking anybody.
  sealed interface Memory {
    /// That, and it holds still.
    record Sure(Proof proof) implements Memory {
      public Sure {
        Objects.requireNonNull(proof);
      }
    }

    /// They were good, and something changed since: they have to be looked at again, and are no
    /// strangers for that.
    record Stale() implements Memory {}

    /// Nothing: a stranger.
    ///
    /// @param mark the same for all who bear the same, and hardly for others
    record Nothing(long mark) implements Memory {}
  }

  /// Whether it is known who calls.
  sealed interface Proof {
    /// It is.
    ///
    /// @param until when it is not any more, whatever else happens
    record Proven(Caller caller, Instant until) implements Proof {
      public Proven {
        Objects.requireNonNull(caller);
        Objects.requireNonNull(until);
      }
    }

    /// Nothing of ours, or mistyped.
    record Unknown() implements Proof {}

    /// It was good once.
    record Expired() implements Proof {}

    /// It was taken back, or what it carries was.
    record Revoked() implements Proof {}
  }
}
