package dev.sallyport.application.port.out;

import dev.sallyport.domain.vault.Signature;
import dev.sallyport.domain.vault.VerifyingKey;
import java.util.List;

/// Signs what others verify without us.
public interface Signer {
  /// Signs with the current key (Ed25519, RFC 8032).
  Signature sign(byte[] message);

  /// What verifies, the current key first, then all those before it.
  List<VerifyingKey> keys();
}
