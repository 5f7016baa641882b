package dev.sallyport.domain.vault;

import java.util.Objects;

/// The public half of a signing key, encoded as X.509 (RFC 8410).
public record VerifyingKey(KeyId id, Bytes encoded) {
  public VerifyingKey {
    Objects.requireNonNull(id);
    Objects.requireNonNull(encoded);
  }
}
