package dev.sallyport.domain.ledger;

import java.util.Objects;

/// A signature and the id of the key that made it, as [SealKey#id] tells it.
public record Stamp(String keyId, Bytes signature) {
  public Stamp {
    Objects.requireNonNull(keyId);
    Objects.requireNonNull(signature);
  }
}
