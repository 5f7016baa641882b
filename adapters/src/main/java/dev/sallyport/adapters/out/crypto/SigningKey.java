package dev.sallyport.adapters.out.crypto;

import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyCheck;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.VerifyingKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/// An Ed25519 key pair, made from 32 bytes that nobody can guess. It prints its id.
final class SigningKey {
  static final int BYTES = 32;
  private static final String ALGORITHM = "Ed25519";

  private final byte[] seed;
  private final PrivateKey priv;
  private final VerifyingKey verifying;
  private final KeyCheck check;

  SigningKey(byte[] seed) {
    if (seed.length != BYTES) {
      throw new IllegalArgumentException("a signing key has %d bytes".formatted(BYTES));
    }
    this.seed = seed.clone();
    this.priv = Jca.with(() -> privateKey(seed));
    byte[] encoded = Jca.with(() -> publicKey(seed)).getEncoded();
    byte[] hash = Jca.with(() -> MessageDigest.getInstance("SHA-256").digest(encoded));
    this.verifying =
        new VerifyingKey(KeyId.of(Arrays.copyOf(hash, KeyId.BYTES)), Bytes.of(encoded));
    this.check = new KeyCheck(verifying.id(), Bytes.of(hash));
  }

  KeyId id() {
    return verifying.id();
  }

  KeyCheck check() {
    return check;
  }

  VerifyingKey verifying() {
    return verifying;
  }

  byte[] sign(byte[] message) {
    return Jca.with(() -> sign(priv, message));
  }

  /// For writing it into the ring's file, and nothing else.
  byte[] reveal() {
    return seed.clone();
  }

  @Override
  public String toString() {
    return "signing key " + id().value();
  }

  private static PrivateKey privateKey(byte[] seed) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM)
        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
  }

  /// Of the two points with the right y, the one that verifies.
  private static PublicKey publicKey(byte[] seed) throws GeneralSecurityException {
    byte[] probe = sign(privateKey(seed), new byte[0]);
    for (var point : Edwards.candidates(seed)) {
      PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(point);
      var verifier = java.security.Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      if (verifier.verify(probe)) {
        return key;
      }
    }
    throw new IllegalStateException("an Ed25519 key without its public half");
  }

  private static byte[] sign(PrivateKey key, byte[] message) throws GeneralSecurityException {
    var signer = java.security.Signature.getInstance(ALGORITHM);
    signer.initSign(key);
    signer.update(message);
    return signer.sign();
  }
}
