package dev.sallyport.adapters.out.crypto;

import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyCheck;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.Lock;
import java.nio.charset.StandardCharsets;

/// A key that wraps data keys, alone or together with a token. It prints its id.
final class ServerKey {
  static final int BYTES = 32;

  private final byte[] key;
  private final KeyId id;

  ServerKey(byte[] key) {
    if (key.length != BYTES) {
      throw new IllegalArgumentException("a server key has %d bytes".formatted(BYTES));
    }
    this.key = key.clone();
    this.id = KeyId.of(Hkdf.derive(key, "server key id", KeyId.BYTES));
  }

  KeyId id() {
    return id;
  }

  KeyCheck check() {
    return new KeyCheck(id, Bytes.of(Hkdf.derive(key, "server key check", BYTES)));
  }

  /// What a lock's keys are derived from. The server key comes first and has a fixed length, so no
  /// two pairs of key and token are alike.
  byte[] together(Lock lock) {
    return switch (lock) {
      case Lock.ServerSealed() -> key.clone();
      case Lock.TokenAndServer(var token) ->
          Envelope.join(key, token.reveal().getBytes(StandardCharsets.UTF_8));
    };
  }

  /// The seed of the signing key of a house whose keys are settings and that has no file for more.
  byte[] signingSeed() {
    return Hkdf.derive(key, "signing key", SigningKey.BYTES);
  }

  /// What secrets are hashed under that are found by their hash.
  byte[] pepper(String purpose) {
    return Hkdf.derive(key, "pepper of " + purpose, BYTES);
  }

  /// For writing it into the ring's file, and nothing else.
  byte[] reveal() {
    return key.clone();
  }

  @Override
  public String toString() {
    return "server key " + id.value();
  }
}
