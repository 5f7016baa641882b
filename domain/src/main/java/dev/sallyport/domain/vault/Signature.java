package dev.sallyport.domain.vault;

import java.util.Objects;

/// An Ed25519 signature (RFC 8032), and the key that verifies it.
public record Signature(KeyId key, Bytes value) {
  public Signature {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
  }
}
