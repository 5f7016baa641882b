package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.WrappedKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One data key for each person, server-sealed in the context
/// [dev.sallyport.domain.vault.SealContext#ofKey]. What is about a person is sealed under it, so
/// that destroying it forgets the person wherever copies lie.
///
/// Throws `Unavailable` while the store is away, and `Damaged` where a key that was asked for is
/// none any more.
public interface PersonKeys {
  /// The person's key, made at the first asking.
  ///
  /// Must be one step: of those who ask first at the same time, all are answered the one that is
  /// kept. Must never make one again after [#destroy].
  Holding keyOf(PersonId person);

  /// Destroys the key for good, also of a person who never had one; again changes nothing.
  void destroy(PersonId person);

  /// Wraps up to `most` keys anew that are not under the vault's current server key, in the order
  /// of the persons' ids, beginning after that person.
  ///
  /// Must not bring back a key that is destroyed meanwhile. What cannot be opened, or is no key any
  /// more, is left as it is, and the others are wrapped.
  Batch rewrap(@Nullable PersonId after, int most);

  /// What there is of a person's key.
  sealed interface Holding {
    /// It is there.
    record Present(WrappedKey key) implements Holding {
      public Present {
        Objects.requireNonNull(key);
      }
    }

    /// It was destroyed, and nothing sealed under it can be read again.
    record Destroyed() implements Holding {}
  }

  /// How many keys were wrapped anew and whose could not be opened; and the last person looked at,
  /// unless there was none left.
  record Batch(int rewrapped, List<PersonId> stuck, Optional<PersonId> last) {
    public Batch {
      stuck = List.copyOf(stuck);
      Objects.requireNonNull(last);
    }
  }
}
