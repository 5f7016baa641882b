package dev.sallyport.domain.vault;

import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes that nobody can change and that print nothing but how many they are.
public final class Bytes {
  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  public static Bytes of(byte[] value) {
    return new Bytes(value.clone());
  }

  public int size() {
    return value.length;
  }

  /// A copy of them all.
  public byte[] toArray() {
    return value.clone();
  }

  /// Those from one place up to another.
  public Bytes slice(int from, int to) {
    return new Bytes(Arrays.copyOfRange(value, from, to));
  }

  /// Takes the same time wherever two of one size differ.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes bytes && MessageDigest.isEqual(value, bytes.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "[%d bytes]".formatted(value.length);
  }
}
