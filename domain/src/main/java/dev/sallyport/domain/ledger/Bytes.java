package dev.sallyport.domain.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes that do not change, and are equal when they are the same ones.
public final class Bytes {
  private final byte[] all;

  private Bytes(byte[] all) {
    this.all = all;
  }

  public static Bytes of(byte... bytes) {
    return new Bytes(bytes.clone());
  }

  public byte[] toArray() {
    return all.clone();
  }

  public int length() {
    return all.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes bytes && Arrays.equals(all, bytes.all);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(all);
  }

  /// How many, and not which: they may be somebody's.
  @Override
  public String toString() {
    return "%d bytes".formatted(all.length);
  }
}
