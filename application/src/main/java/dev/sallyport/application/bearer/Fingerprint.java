package dev.sallyport.application.bearer;

import dev.sallyport.domain.secret.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The SHA-256 of a bearer's token, in the place of the token itself.
public record Fingerprint(long first, long second, long third, long fourth) {
  public static Fingerprint of(Secret bearer) {
    ByteBuffer hash =
        ByteBuffer.wrap(sha256().digest(bearer.reveal().getBytes(StandardCharsets.UTF_8)));
    return new Fingerprint(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
  }

  @Override
  public int hashCode() {
    // as random as any part of it
    return (int) first;
  }

  @Override
  public String toString() {
    return "[fingerprint]";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
