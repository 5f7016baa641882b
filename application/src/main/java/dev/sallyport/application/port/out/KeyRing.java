package dev.sallyport.application.port.out;

import dev.sallyport.domain.vault.KeyUse;
import dev.sallyport.domain.vault.RingKey;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The server's own keys. None of them ever leaves it.
public interface KeyRing {
  /// What the ring holds, each use in the order of age and with exactly one current key. Throws
  /// `Unavailable` if there is none yet and the store is away that knows whether one was lost.
  State state();

  /// Makes a key of each use and makes it current. Must be one step, and durable before it is
  /// answered.
  Addition add(Set<KeyUse> uses);

  /// Whether the ring can be used.
  sealed interface State {
    /// It can, and holds these.
    record Usable(List<RingKey> keys) implements State {
      public Usable {
        keys = List.copyOf(keys);
      }
    }

    /// What is wrong and what helps, for the operator.
    record Unusable(String what, String remedy) implements State {
      public Unusable {
        Objects.requireNonNull(what);
        Objects.requireNonNull(remedy);
      }
    }
  }

  /// How an attempt to add keys ended.
  sealed interface Addition {
    /// These were made, and are current.
    record Added(List<RingKey> keys) implements Addition {
      public Added {
        keys = List.copyOf(keys);
      }
    }

    /// The keys are settings, and only whoever sets them can change them.
    record Given() implements Addition {}

    /// Another process works with this ring.
    record InUse() implements Addition {}

    /// The ring could not be used or written.
    record Failed(String what, String remedy) implements Addition {
      public Failed {
        Objects.requireNonNull(what);
        Objects.requireNonNull(remedy);
      }
    }
  }
}
