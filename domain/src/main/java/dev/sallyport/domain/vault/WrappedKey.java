package dev.sallyport.domain.vault;

/// A data key as a store keeps it: sealed under a lock, useless without.
///
/// The envelope begins with its version, the kind of its lock, and the id of the server key.
public record WrappedKey(Bytes envelope) {
  /// How many bytes every envelope has.
  public static final int SIZE = 90;

  private static final int ID_AT = 2;

  public WrappedKey {
    if (envelope.size() != SIZE) {
      throw new IllegalArgumentException("a wrapped key has %d bytes".formatted(SIZE));
    }
  }

  public static WrappedKey of(byte[] envelope) {
    return new WrappedKey(Bytes.of(envelope));
  }

  /// Which server key it says it is wrapped under.
  public KeyId serverKey() {
    return KeyId.of(envelope.slice(ID_AT, ID_AT + KeyId.BYTES).toArray());
  }
}
