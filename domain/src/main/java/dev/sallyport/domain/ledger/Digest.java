package dev.sallyport.domain.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256, as 64 lower-case hex digits.
public record Digest(String hex) {
  private static final int LENGTH = 64;

  public Digest {
    if (hex.length() != LENGTH || !hex.chars().allMatch(Digest::isDigit)) {
      throw new IllegalArgumentException("a digest is 64 lower-case hex digits");
    }
  }

  /// The digest of these bytes.
  public static Digest over(byte[] bytes) {
    try {
      return of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The digest that these 32 bytes are.
  public static Digest of(byte[] digest) {
    return new Digest(HexFormat.of().formatHex(digest));
  }

  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
