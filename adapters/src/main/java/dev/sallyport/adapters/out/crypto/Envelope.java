package dev.sallyport.adapters.out.crypto;

import dev.sallyport.domain.vault.SealContext;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Header, salt, ciphertext and tag. Header and context are bound in.
///
/// Each envelope has an AES-256 key and a GCM nonce of its own, derived with its salt: so no number
/// of envelopes under one key makes a nonce come twice.
final class Envelope {
  static final int SALT_BYTES = 32;
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private final String label;
  private final byte[] key;
  private final SealContext context;

  /// Of this kind, under this key.
  Envelope(String label, byte[] key, SealContext context) {
    this.label = label;
    this.key = key;
    this.context = context;
  }

  byte[] seal(byte[] header, byte[] salt, byte[] plain) {
    byte[] head = join(header, salt);
    return Jca.with(() -> join(head, cipher(Cipher.ENCRYPT_MODE, head, salt).doFinal(plain)));
  }

  /// What was sealed, if this is the envelope it was sealed in.
  Optional<byte[]> open(byte[] envelope, int headerLength) {
    int headLength = headerLength + SALT_BYTES;
    if (envelope.length < headLength + TAG_BYTES) {
      return Optional.empty();
    }
    byte[] head = Arrays.copyOf(envelope, headLength);
    byte[] salt = Arrays.copyOfRange(envelope, headerLength, headLength);
    return Jca.with(() -> {
      try {
        return Optional.of(
            cipher(Cipher.DECRYPT_MODE, head, salt)
                .doFinal(envelope, headLength, envelope.length - headLength));
      } catch (AEADBadTagException _) {
        return Optional.empty();
      }
    });
  }

  private Cipher cipher(int mode, byte[] head, byte[] salt) {
    byte[] derived = Hkdf.derive(key, salt, label, KEY_BYTES + NONCE_BYTES);
    return Jca.with(() -> {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode,
          new SecretKeySpec(derived, 0, KEY_BYTES, "AES"),
          new GCMParameterSpec(TAG_BYTES * Byte.SIZE, derived, KEY_BYTES, NONCE_BYTES));
      Arrays.fill(derived, (byte) 0);
      cipher.updateAAD(head);
      cipher.updateAAD(context.bytes());
      return cipher;
    });
  }

  static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
