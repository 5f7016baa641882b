package dev.sallyport.application.port.out;

import dev.sallyport.domain.vault.KeyCheck;
import dev.sallyport.domain.vault.RingKey;
import java.util.List;

/// Which keys the database was used with.
public interface KeyChecks {
  /// Stores the current keys of the ring that are new, unless the store knows a key that the ring
  /// lacks; answers what is stored then, in no order. What is stored is never changed. Keys that
  /// are not current have sealed nothing yet, or are stored since they did.
  ///
  /// Must be one step: of two rings that share nothing exactly one is ever stored. Throws
  /// `Unavailable` while the store is away.
  List<KeyCheck> settle(List<RingKey> ring);
}
