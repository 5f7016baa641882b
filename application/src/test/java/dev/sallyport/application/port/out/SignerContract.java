package dev.sallyport.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.vault.Signature;
import dev.sallyport.domain.vault.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/// What every implementation of [Signer] must do.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class SignerContract {
  private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

  protected abstract Signer signer();

  @Test
  void what_is_signed_verifies_with_the_first_of_the_keys() throws GeneralSecurityException {
    Signer signer = signer();
    VerifyingKey key = signer.keys().getFirst();
    Signature signature = signer.sign(MESSAGE);

    assertThat(signature.key()).isEqualTo(key.id());
    assertThat(verifies(key, signature, MESSAGE)).isTrue();
    assertThat(verifies(key, signature, new byte[0])).isFalse();
  }

  private static boolean verifies(VerifyingKey key, Signature signature, byte[] message)
      throws GeneralSecurityException {
    var check = java.security.Signature.getInstance("Ed25519");
    check.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(key.encoded().toArray())));
    check.update(message);
    return check.verify(signature.value().toArray());
  }
}
