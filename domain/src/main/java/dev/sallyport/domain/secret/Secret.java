package dev.sallyport.domain.secret;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// A text that must not be printed. Whoever needs it has to say so by name.
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  public static Secret of(String value) {
    return new Secret(value);
  }

  /// The text itself: only for handing to the system it opens.
  public String reveal() {
    return value;
  }

  /// Takes the same time wherever two secrets of one length differ.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
  }

  /// The same for all: a hash would say something about the text.
  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "[secret]";
  }

  // the characters as they are: a charset would make one of all that it cannot write
  private byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(value.length() * Character.BYTES);
    bytes.asCharBuffer().put(value);
    return bytes.array();
  }
}
