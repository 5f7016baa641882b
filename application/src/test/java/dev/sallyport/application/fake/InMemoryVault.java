package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Vault;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.Obstacle;
import dev.sallyport.domain.vault.Pseudonym;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.Sealed;
import dev.sallyport.domain.vault.WrappedKey;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A vault that seals nothing: its envelopes are numbers, and it remembers what each stands for.
public final class InMemoryVault implements Vault {
  private static final int ENVELOPE_BYTES = 40;

  private final AtomicLong numbers = new AtomicLong();
  private final Map<WrappedKey, Wrapping> wrapped = new ConcurrentHashMap<>();
  private final Map<Sealed, Content> sealed = new ConcurrentHashMap<>();
  private final Map<Alias, Pseudonym> pseudonyms = new ConcurrentHashMap<>();
  private final AtomicLong serverKey = new AtomicLong(1);
  private volatile Runnable meanwhile = () -> {};

  /// From now on another server key wraps.
  public void rotates() {
    serverKey.incrementAndGet();
  }

  /// Does not open that one any more.
  public void loses(WrappedKey key) {
    wrapped.remove(key);
  }

  /// Somebody else does that while a key is wrapped anew.
  public void whileRewrapping(Runnable elsewhere) {
    meanwhile = elsewhere;
  }

  @Override
  public WrappedKey newKey(Lock lock, SealContext context) {
    return wrap(new Key(numbers.incrementAndGet()), lock, context);
  }

  @Override
  public Rewrapping rewrap(WrappedKey key, Lock from, Lock to, SealContext context) {
    meanwhile.run();
    return opened(key, from, context)
        .<Rewrapping>map(open -> new Rewrapping.Rewrapped(wrap(open, to, context)))
        .orElseGet(() -> new Rewrapping.NotRewrapped(Obstacle.NOT_AUTHENTIC));
  }

  @Override
  public Unlocking unlock(WrappedKey key, Lock lock, SealContext context) {
    return opened(key, lock, context)
        .<Unlocking>map(Unlocking.Unlocked::new)
        .orElseGet(() -> new Unlocking.StaysLocked(Obstacle.NOT_AUTHENTIC));
  }

  @Override
  public KeyId serverKey() {
    return new KeyId("%016x".formatted(serverKey.get()));
  }

  private WrappedKey wrap(Key key, Lock lock, SealContext context) {
    byte[] envelope =
        ByteBuffer.allocate(WrappedKey.SIZE)
            .putShort((short) 0)
            .putLong(serverKey.get())
            .putLong(numbers.incrementAndGet())
            .array();
    WrappedKey made = WrappedKey.of(envelope);
    wrapped.put(made, new Wrapping(key, lock, context));
    return made;
  }

  private Optional<Key> opened(WrappedKey key, Lock lock, SealContext context) {
    return Optional.ofNullable(wrapped.get(key))
        .filter(known -> known.lock().equals(lock) && known.context().equals(context))
        .map(Wrapping::key);
  }

  private record Wrapping(Key key, Lock lock, SealContext context) {}

  private record Content(Key key, SealContext context, Bytes plain) {}

  private record Alias(Key key, SealContext context, String text) {}

  private final class Key implements OpenKey {
    private final long number;

    Key(long number) {
      this.number = number;
    }

    @Override
    public Sealed seal(SealContext context, byte[] plain) {
      byte[] envelope =
          ByteBuffer.allocate(ENVELOPE_BYTES + plain.length)
              .putLong(numbers.incrementAndGet())
              .array();
      Sealed made = Sealed.of(envelope);
      sealed.put(made, new Content(this, context, Bytes.of(plain)));
      return made;
    }

    @Override
    public Opening open(SealContext context, Sealed envelope) {
      Content known = sealed.get(envelope);
      return known != null && known.key().equals(this) && known.context().equals(context)
          ? new Opening.Opened(known.plain())
          : new Opening.NotOpened(Obstacle.NOT_AUTHENTIC);
    }

    @Override
    public Pseudonym pseudonym(SealContext context, String text) {
      return pseudonyms.computeIfAbsent(
          new Alias(this, context, text),
          _ ->
              Pseudonym.of(
                  ByteBuffer.allocate(ENVELOPE_BYTES).putLong(numbers.incrementAndGet()).array()));
    }

    @Override
    public String toString() {
      return "data key number " + number;
    }
  }
}
