package dev.sallyport.domain.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/// The public half of a key that seals the ledger: Ed25519, as X.509 encodes it.
public record SealKey(Bytes encoded) {
  public SealKey {
    open(encoded);
  }

  /// The SHA-256 of the key: whoever has the key can tell its id.
  public String id() {
    return Digest.over(encoded.toArray()).hex();
  }

  /// Whether the private half signed this message.
  public boolean signed(byte[] message, Bytes signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(open(encoded));
      check.update(message);
      return check.verify(signature.toArray());
    } catch (GeneralSecurityException _) {
      // what is no signature at all is none of this message either
      return false;
    }
  }

  private static PublicKey open(Bytes encoded) {
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(new X509EncodedKeySpec(encoded.toArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this is no public Ed25519 key", e);
    }
  }
}
