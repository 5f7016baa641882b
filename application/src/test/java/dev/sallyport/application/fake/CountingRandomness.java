package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Randomness;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/// Bytes that count up from one, so that a test knows what comes next.
public final class CountingRandomness implements Randomness {
  private final AtomicLong count = new AtomicLong();

  @Override
  public byte[] bytes(int length) {
    byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(count.incrementAndGet()).array();
    byte[] bytes = new byte[length];
    int shared = Math.min(length, number.length);
    System.arraycopy(number, number.length - shared, bytes, length - shared, shared);
    return bytes;
  }
}
