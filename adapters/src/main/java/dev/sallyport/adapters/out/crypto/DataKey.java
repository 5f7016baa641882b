package dev.sallyport.adapters.out.crypto;

import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.Vault.Opening;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.Obstacle;
import dev.sallyport.domain.vault.Pseudonym;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.Sealed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An opened data key. It prints its id.
///
/// What it seals begins with a version and this key's id.
final class DataKey implements Vault.OpenKey {
  static final int BYTES = 32;
  private static final byte VERSION = 1;
  private static final int HEADER_BYTES = 1 + KeyId.BYTES;
  private static final String HMAC = "HmacSHA256";

  private final byte[] key;
  private final KeyId id;
  private final SecretKeySpec pseudonyms;
  private final Randomness randomness;

  DataKey(byte[] key, Randomness randomness) {
    this.key = key.clone();
    this.id = KeyId.of(Hkdf.derive(key, "data key id", KeyId.BYTES));
    this.pseudonyms = new SecretKeySpec(Hkdf.derive(key, "pseudonyms", BYTES), HMAC);
    this.randomness = randomness;
  }

  @Override
  public Sealed seal(SealContext context, byte[] plain) {
    byte[] salt = randomness.bytes(Envelope.SALT_BYTES);
    return Sealed.of(envelope(context).seal(header(), salt, plain));
  }

  @Override
  public Opening open(SealContext context, Sealed sealed) {
    byte[] envelope = sealed.envelope().toArray();
    if (envelope.length < HEADER_BYTES || envelope[0] != VERSION) {
      return new Opening.NotOpened(Obstacle.UNKNOWN_VERSION);
    }
    if (!Arrays.equals(envelope, 0, HEADER_BYTES, header(), 0, HEADER_BYTES)) {
      return new Opening.NotOpened(Obstacle.WRONG_KEY);
    }
    return envelope(context)
        .open(envelope, HEADER_BYTES)
        .<Opening>map(plain -> new Opening.Opened(Bytes.of(plain)))
        .orElseGet(() -> new Opening.NotOpened(Obstacle.NOT_AUTHENTIC));
  }

  @Override
  public Pseudonym pseudonym(SealContext context, String text) {
    return Jca.with(() -> {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(pseudonyms);
      // a context ends where its last length says, so none runs into the text
      mac.update(context.bytes());
      return Pseudonym.of(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    });
  }

  /// For wrapping it, and nothing else.
  byte[] reveal() {
    return key.clone();
  }

  @Override
  public String toString() {
    return "data key " + id.value();
  }

  private Envelope envelope(SealContext context) {
    return new Envelope("sealed under a data key", key, context);
  }

  private byte[] header() {
    return ByteBuffer.allocate(HEADER_BYTES).put(VERSION).put(id.bytes()).array();
  }
}
