package dev.sallyport.application.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over several texts, none of which can run into the next.
final class Hash {
  private static final int USUAL = 256;
  private static final HexFormat HEX = HexFormat.of();

  private Hash() {}

  static String of(String... texts) {
    // put together first: many small steps of a digest take longer than the digest
    var all = new StringBuilder(USUAL);
    for (String text : texts) {
      all.append(text.length()).append(':').append(text);
    }
    return HEX.formatHex(sha256().digest(all.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
