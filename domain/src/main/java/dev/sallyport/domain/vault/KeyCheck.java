package dev.sallyport.domain.vault;

import java.util.Objects;

/// Tells whether a key is the one that was used, without telling the key.
public record KeyCheck(KeyId id, Bytes value) {
  public KeyCheck {
    Objects.requireNonNull(id);
    Objects.requireNonNull(value);
  }
}
