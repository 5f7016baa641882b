package dev.sallyport.adapters.out.random;

import dev.sallyport.application.port.out.Randomness;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.locks.ReentrantLock;

/// Chance from the operating system, fetched for many ids at once: each call takes two.
///
/// What was handed out is wiped. Whatever is longer than an id, as keys are, is never kept here.
@Singleton
final class SecureRandomness implements Randomness {
  private static final int LONGEST_KEPT = 16;

  private final SecureRandom random = new SecureRandom();
  private final ReentrantLock taking = new ReentrantLock();
  private final ByteBuffer stock = ByteBuffer.allocate(64 * LONGEST_KEPT).limit(0);

  @Override
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    if (count > LONGEST_KEPT) {
      random.nextBytes(bytes);
    } else {
      take(bytes);
    }
    return bytes;
  }

  private void take(byte[] bytes) {
    taking.lock();
    try {
      if (stock.remaining() < bytes.length) {
        random.nextBytes(stock.clear().array());
      }
      stock.mark().get(bytes).reset().put(new byte[bytes.length]);
    } finally {
      taking.unlock();
    }
  }
}
