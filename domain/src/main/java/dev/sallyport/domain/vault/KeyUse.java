package dev.sallyport.domain.vault;

/// What a key of the ring is for.
public enum KeyUse {
  /// Wraps data keys.
  SERVER,
  /// Signs what others verify.
  SIGNING
}
