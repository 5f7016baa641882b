package dev.sallyport.application.port.out;

import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.Obstacle;
import dev.sallyport.domain.vault.Pseudonym;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.Sealed;
import dev.sallyport.domain.vault.WrappedKey;
import java.util.Objects;

/// Seals what must not be read from a stolen database.
///
/// Data keys seal; locks seal data keys. What is sealed is only ever opened whole, unchanged, and
/// in the context it was sealed in. The vault stores nothing: to destroy a wrapped key is to
/// destroy all that was sealed under it.
public interface Vault {
  /// A data key that nobody had before, wrapped under the lock by the current server key.
  WrappedKey newKey(Lock lock, SealContext context);

  /// The same data key under another lock, or the current server key; what was wrapped stays valid.
  Rewrapping rewrap(WrappedKey key, Lock from, Lock to, SealContext context);

  /// Opens a data key to work with. Cheap for [Lock.ServerSealed] keys that were opened before.
  Unlocking unlock(WrappedKey key, Lock lock, SealContext context);

  /// The server key that wraps from now on.
  KeyId serverKey();

  /// An opened data key. Its bytes never leave it, and it prints nothing.
  interface OpenKey {
    /// Must differ each time, whatever is sealed.
    Sealed seal(SealContext context, byte[] plain);

    Opening open(SealContext context, Sealed sealed);

    /// Stands for the text under this key in this context, as long as the key lives.
    Pseudonym pseudonym(SealContext context, String text);
  }

  /// How an attempt to open a data key ended.
  sealed interface Unlocking {
    /// It is open.
    record Unlocked(OpenKey key) implements Unlocking {
      public Unlocked {
        Objects.requireNonNull(key);
      }
    }

    /// It is not; why is for the log.
    record StaysLocked(Obstacle because) implements Unlocking {
      public StaysLocked {
        Objects.requireNonNull(because);
      }
    }
  }

  /// How an attempt to wrap a data key anew ended.
  sealed interface Rewrapping {
    /// The same data key, wrapped anew.
    record Rewrapped(WrappedKey key) implements Rewrapping {
      public Rewrapped {
        Objects.requireNonNull(key);
      }
    }

    /// It could not be opened; why is for the log.
    record NotRewrapped(Obstacle because) implements Rewrapping {
      public NotRewrapped {
        Objects.requireNonNull(because);
      }
    }
  }

  /// How an attempt to open something sealed ended.
  sealed interface Opening {
    /// What was sealed, whole and unchanged.
    record Opened(Bytes plain) implements Opening {
      public Opened {
        Objects.requireNonNull(plain);
      }
    }

    /// It did not open; why is for the log.
    record NotOpened(Obstacle because) implements Opening {
      public NotOpened {
        Objects.requireNonNull(because);
      }
    }
  }
}
