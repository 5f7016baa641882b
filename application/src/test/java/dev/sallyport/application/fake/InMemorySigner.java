package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Signer;
import dev.sallyport.domain.ledger.Digest;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.Signature;
import dev.sallyport.domain.vault.VerifyingKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;

/// Signs for real, with a key that lasts as long as the test.
public final class InMemorySigner implements Signer {
  private final KeyPair keys = generated();

  @Override
  public Signature sign(byte[] message) {
    try {
      var signer = java.security.Signature.getInstance("Ed25519");
      signer.initSign(keys.getPrivate());
      signer.update(message);
      return new Signature(key().id(), Bytes.of(signer.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<VerifyingKey> keys() {
    return List.of(key());
  }

  private VerifyingKey key() {
    byte[] encoded = keys.getPublic().getEncoded();
    byte[] id = Arrays.copyOf(Digest.over(encoded).bytes(), KeyId.BYTES);
    return new VerifyingKey(KeyId.of(id), Bytes.of(encoded));
  }

  private static KeyPair generated() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
