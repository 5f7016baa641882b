package dev.sallyport.adapters.out.crypto;

import dev.sallyport.application.port.out.Signer;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.Signature;
import dev.sallyport.domain.vault.VerifyingKey;
import jakarta.inject.Singleton;
import java.util.List;

/// Signs with the ring's signing keys.
@Singleton
final class Ed25519Signer implements Signer {
  private final HeldRing rings;

  Ed25519Signer(HeldRing rings) {
    this.rings = rings;
  }

  @Override
  public Signature sign(byte[] message) {
    SigningKey key = rings.ring().currentSigning();
    return new Signature(key.id(), Bytes.of(key.sign(message)));
  }

  @Override
  public List<VerifyingKey> keys() {
    return rings.ring().signing().reversed().stream().map(it -> it.key().verifying()).toList();
  }
}
