package dev.sallyport.adapters.out.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.port.out.Signer;
import dev.sallyport.application.port.out.SignerContract;
import dev.sallyport.domain.vault.Signature;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("With Ed25519,")
class Ed25519SignerTest extends SignerContract {
  private static final HexFormat HEX = HexFormat.of();
  private static final String X509 = "302a300506032b6570032100";

  @Override
  protected Signer signer() {
    return new Ed25519Signer(Rings.given(3, 1, 2));
  }

  @Test
  void what_a_key_signed_before_a_rotation_is_still_verified() throws Exception {
    Signature old = new Ed25519Signer(Rings.given(1)).sign(new byte[] {1});
    Signer rotated = new Ed25519Signer(Rings.given(2, 1));

    assertThat(rotated.keys().getFirst().id()).isNotEqualTo(old.key());
    assertThat(rotated.keys().getLast().id()).isEqualTo(old.key());
    assertThat(verifies(rotated.keys().getLast(), new byte[] {1}, old)).isTrue();
  }

  // RFC 8032, section 7.1
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
  })
  void keys_are_those_of_the_standard(String seed, String key) {
    byte[] encoded = new SigningKey(HEX.parseHex(seed)).verifying().encoded().toArray();

    assertThat(HEX.formatHex(encoded)).isEqualTo(X509 + key);
  }
}
