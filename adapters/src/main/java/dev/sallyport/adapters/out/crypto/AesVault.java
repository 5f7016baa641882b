package dev.sallyport.adapters.out.crypto;

import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.Obstacle;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.WrappedKey;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// AES-256-GCM under keys derived with HKDF.
///
/// A wrapped key begins with a version, the kind of its lock and the server key's id.
@Singleton
final class AesVault implements Vault {
  private static final byte VERSION = 1;
  private static final int HEADER_BYTES = 2 + KeyId.BYTES;
  private static final int KEYS_REMEMBERED = 10_000;

  private final HeldRing rings;
  private final Randomness randomness;
  private final RecentKeys recent = new RecentKeys(KEYS_REMEMBERED);

  AesVault(HeldRing rings, Randomness randomness) {
    this.rings = rings;
    this.randomness = randomness;
  }

  @Override
  public WrappedKey newKey(Lock lock, SealContext context) {
    return wrap(randomness.bytes(DataKey.BYTES), lock, context);
  }

  @Override
  public Rewrapping rewrap(WrappedKey key, Lock from, Lock to, SealContext context) {
    return switch (attempt(key, from, context)) {
      case Attempt.Open(DataKey open) -> new Rewrapping.Rewrapped(wrap(open.reveal(), to, context));
      case Attempt.Shut(Obstacle because) -> new Rewrapping.NotRewrapped(because);
    };
  }

  @Override
  public Unlocking unlock(WrappedKey key, Lock lock, SealContext context) {
    return switch (remembered(key, lock, context)) {
      case Attempt.Open(DataKey open) -> new Unlocking.Unlocked(open);
      case Attempt.Shut(Obstacle because) -> new Unlocking.StaysLocked(because);
    };
  }

  @Override
  public KeyId serverKey() {
    return rings.ring().currentServer().id();
  }

  private WrappedKey wrap(byte[] dataKey, Lock lock, SealContext context) {
    ServerKey server = rings.ring().currentServer();
    byte[] salt = randomness.bytes(Envelope.SALT_BYTES);
    byte[] header = header(lock, server);
    byte[] envelope = envelope(server, lock, context).seal(header, salt, dataKey);
    Arrays.fill(dataKey, (byte) 0);
    return WrappedKey.of(envelope);
  }

  /// Only what the server can open by itself is remembered: without a token at hand, nothing that
  /// needs one stays open.
  private Attempt remembered(WrappedKey key, Lock lock, SealContext context) {
    if (!(lock instanceof Lock.ServerSealed)) {
      return attempt(key, lock, context);
    }
    Optional<DataKey> known = recent.find(key, context);
    if (known.isPresent()) {
      return new Attempt.Open(known.get());
    }
    Attempt attempt = attempt(key, lock, context);
    if (attempt instanceof Attempt.Open(DataKey open)) {
      recent.keep(key, context, open);
    }
    return attempt;
  }

  private Attempt attempt(WrappedKey key, Lock lock, SealContext context) {
    byte[] envelope = key.envelope().toArray();
    if (envelope[0] != VERSION) {
      return new Attempt.Shut(Obstacle.UNKNOWN_VERSION);
    }
    if (envelope[1] != kind(lock)) {
      return new Attempt.Shut(Obstacle.WRONG_LOCK);
    }
    return rings
        .ring()
        .server(key.serverKey())
        .map(server -> opened(envelope(server, lock, context), envelope))
        .orElseGet(() -> new Attempt.Shut(Obstacle.UNKNOWN_KEY));
  }

  private Attempt opened(Envelope sealed, byte[] envelope) {
    return sealed
        .open(envelope, HEADER_BYTES)
        .<Attempt>map(dataKey -> new Attempt.Open(new DataKey(dataKey, randomness)))
        .orElseGet(() -> new Attempt.Shut(Obstacle.NOT_AUTHENTIC));
  }

  private static Envelope envelope(ServerKey server, Lock lock, SealContext context) {
    return new Envelope("wrapped data key", server.together(lock), context);
  }

  private static byte[] header(Lock lock, ServerKey server) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .put(VERSION)
        .put(kind(lock))
        .put(server.id().bytes())
        .array();
  }

  private static byte kind(Lock lock) {
    return switch (lock) {
      case Lock.ServerSealed() -> 1;
      case Lock.TokenAndServer _ -> 2;
    };
  }

  private sealed interface Attempt {
    record Open(DataKey key) implements Attempt {}

    record Shut(Obstacle because) implements Attempt {}
  }
}
