package dev.sallyport.domain.ledger;

import dev.sallyport.domain.vault.Signature;
import dev.sallyport.domain.vault.VerifyingKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;

/// Checks signatures as RFC 8032 says, with nothing but Java.
final class Ed25519 {
  private static final String NAME = "Ed25519";

  private Ed25519() {}

  /// Whether the private half of this key signed the message. What is no key and what is no
  /// signature signed nothing.
  static boolean holds(VerifyingKey key, byte[] message, Signature signature) {
    try {
      var check = java.security.Signature.getInstance(NAME);
      check.initVerify(open(key));
      check.update(message);
      return check.verify(signature.value().toArray());
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static PublicKey open(VerifyingKey key) throws GeneralSecurityException {
    return KeyFactory.getInstance(NAME)
        .generatePublic(new X509EncodedKeySpec(key.encoded().toArray()));
  }
}
