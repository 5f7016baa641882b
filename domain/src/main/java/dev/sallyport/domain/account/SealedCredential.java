package dev.sallyport.domain.account;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What opens a backend, closed: bytes that mean something only to whoever holds the key.
public final class SealedCredential {
  private static final int MOST = 65_536;

  private final byte[] bytes;

  public SealedCredential(byte[] bytes) {
    if (bytes.length == 0 || bytes.length > MOST) {
      throw new IllegalArgumentException("a sealed credential has 1 to 65536 bytes");
    }
    this.bytes = bytes.clone();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SealedCredential sealed && Arrays.equals(bytes, sealed.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "[sealed, %d bytes]".formatted(bytes.length);
  }
}
