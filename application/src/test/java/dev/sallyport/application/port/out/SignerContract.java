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

/// What every implementation of [Signer] must do; verified with the JDK alone, as others would.
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class SignerContract {
  private static final byte[] MESSAGE = "so it was".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "so it was not".getBytes(StandardCharsets.UTF_8);

  protected abstract Signer signer();

  @Test
  void a_signature_is_verified_with_the_current_key() throws Exception {
    Signer signer = signer();
    Signature signature = signer.sign(MESSAGE);

    assertThat(signature.key()).isEqualTo(signer.keys().getFirst().id());
    assertThat(verifies(signer.keys().getFirst(), MESSAGE, signature)).isTrue();
  }

  @Test
  void it_is_of_these_bytes_and_no_others() throws Exception {
    Signer signer = signer();

    assertThat(verifies(signer.keys().getFirst(), OTHER, signer.sign(MESSAGE))).isFalse();
  }

  @Test
  void no_two_keys_have_one_id() {
    assertThat(signer().keys()).extracting(VerifyingKey::id).doesNotHaveDuplicates();
  }

  /// As anybody can.
  protected static boolean verifies(VerifyingKey key, byte[] message, Signature signature)
      throws GeneralSecurityException {
    var verifier = java.security.Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(key.encoded().toArray())));
    verifier.update(message);
    return verifier.verify(signature.value().toArray());
  }
}
