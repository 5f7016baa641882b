package dev.sallyport.adapters.out.crypto;

import java.nio.charset.StandardCharsets;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// Derives keys from a key (RFC 5869, with SHA-256); each label has keys of its own.
final class Hkdf {
  private Hkdf() {}

  static byte[] derive(byte[] key, byte[] salt, String label, int length) {
    var parameters =
        HKDFParameterSpec.ofExtract()
            .addIKM(key)
            .addSalt(salt)
            .thenExpand(("sallyport " + label).getBytes(StandardCharsets.UTF_8), length);
    return Jca.with(() -> KDF.getInstance("HKDF-SHA256").deriveData(parameters));
  }

  static byte[] derive(byte[] key, String label, int length) {
    return derive(key, new byte[0], label, length);
  }
}
