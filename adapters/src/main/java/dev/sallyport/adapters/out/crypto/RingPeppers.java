package dev.sallyport.adapters.out.crypto;

import dev.sallyport.application.port.out.Peppers;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.vault.Pseudonym;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 under a pepper of each server key of the ring, and for each purpose another.
@Singleton
final class RingPeppers implements Peppers {
  private static final String HMAC = "HmacSHA256";

  private final HeldRing rings;

  RingPeppers(HeldRing rings) {
    this.rings = rings;
  }

  @Override
  public List<Pseudonym> hashes(String purpose, Secret secret) {
    return rings.ring().server().reversed().stream()
        .map(dated -> hash(dated.key().pepper(purpose), secret))
        .toList();
  }

  private static Pseudonym hash(byte[] pepper, Secret secret) {
    return Jca.with(() -> {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(pepper, HMAC));
      return Pseudonym.of(mac.doFinal(secret.reveal().getBytes(StandardCharsets.UTF_8)));
    });
  }
}
