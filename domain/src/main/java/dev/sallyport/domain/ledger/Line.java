package dev.sallyport.domain.ledger;

import dev.sallyport.domain.instance.InstallationId;
import dev.sallyport.domain.vault.VerifyingKey;
import java.util.List;
import java.util.Objects;

/// One piece of the ledger in the order in which it is read: from a store or from an export.
public sealed interface Line {
  /// Whose ledger it is, and which keys it says it was sealed with.
  record Opening(InstallationId installation, List<VerifyingKey> keys) implements Line {
    public Opening {
      Objects.requireNonNull(installation);
      keys = List.copyOf(keys);
    }
  }

  /// An entry in its place.
  record Written(SealedEntry sealed) implements Line {}

  /// A checkpoint, after the last entry it signs.
  record Signed(Checkpoint checkpoint) implements Line {}

  /// The signed end of an export.
  record Closed(Closing closing) implements Line {}

  /// Something that is none of these; `where` says where it was found.
  record Unreadable(String where) implements Line {}
}
