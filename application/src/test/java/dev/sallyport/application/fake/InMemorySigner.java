package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Signer;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.Signature;
import dev.sallyport.domain.vault.VerifyingKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;

/// Signs with a key pair that lasts as long as the test.
public final class InMemorySigner implements Signer {
  private static final KeyId ID = new KeyId("00000000000000aa");

  private final KeyPair pair;

  public InMemorySigner() {
    try {
      pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Signature sign(byte[] message) {
    try {
      var signer = java.security.Signature.getInstance("Ed25519");
      signer.initSign(pair.getPrivate());
      signer.update(message);
      return new Signature(ID, Bytes.of(signer.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<VerifyingKey> keys() {
    return List.of(new VerifyingKey(ID, Bytes.of(pair.getPublic().getEncoded())));
  }
}
