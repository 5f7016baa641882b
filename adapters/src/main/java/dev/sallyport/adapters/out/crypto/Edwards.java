package dev.sallyport.adapters.out.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.KeyAgreement;

/// The public half of an Ed25519 key, which the JDK tells only for keys it generated itself.
///
/// Ed25519 and X25519 are one curve in two forms: the JDK's X25519 multiplies the base point in
/// constant time, and the map between the forms (RFC 7748, section 4.1) does the rest, up to a
/// sign.
final class Edwards {
  private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger BASE = BigInteger.valueOf(9);
  private static final int SCALAR_BYTES = 32;

  private Edwards() {}

  static List<EdECPublicKeySpec> candidates(byte[] seed) throws GeneralSecurityException {
    BigInteger u = timesBase(scalar(seed));
    BigInteger y =
        u.subtract(BigInteger.ONE).multiply(u.add(BigInteger.ONE).modInverse(PRIME)).mod(PRIME);
    return List.of(point(false, y), point(true, y));
  }

  /// RFC 8032, section 5.1.5; X25519 clears and sets the same bits.
  private static byte[] scalar(byte[] seed) throws GeneralSecurityException {
    return Arrays.copyOf(MessageDigest.getInstance("SHA-512").digest(seed), SCALAR_BYTES);
  }

  private static BigInteger timesBase(byte[] scalar) throws GeneralSecurityException {
    KeyFactory keys = KeyFactory.getInstance("X25519");
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar)));
    agreement.doPhase(
        keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE)), true);
    return littleEndian(agreement.generateSecret());
  }

  private static BigInteger littleEndian(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = bytes[bytes.length - 1 - i];
    }
    return new BigInteger(1, turned);
  }

  private static EdECPublicKeySpec point(boolean odd, BigInteger y) {
    return new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(odd, y));
  }
}
