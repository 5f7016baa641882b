package dev.sallyport.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.secret.Secret;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The text of an API key")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiKeyTextTest {
  private static final String NOTHING = "sp_" + "0".repeat(43) + "4XC1QM";

  @Test
  void is_recognised_by_its_look() {
    assertThat(ApiKeyText.of(bytes(-1)).reveal()).matches("sp_[0-9A-Za-z]{49}");
    assertThat(ApiKeyText.of(bytes(0)).reveal()).matches("sp_0{43}[0-9A-Za-z]{6}");
  }

  @Test
  void spells_every_bit_of_chance() {
    assertThat(ApiKeyText.of(bytes(1))).isNotEqualTo(ApiKeyText.of(bytes(0)));
    assertThat(ApiKeyText.of(firstBit())).isNotEqualTo(ApiKeyText.of(bytes(0)));
  }

  @Test
  void is_one() {
    assertThat(ApiKeyText.isOne(ApiKeyText.of(bytes(7)))).isTrue();
    assertThat(ApiKeyText.looksLikeOne(ApiKeyText.of(bytes(7)))).isTrue();
  }

  @Test
  void is_made_of_32_bytes() {
    assertThatIllegalArgumentException().isThrownBy(() -> ApiKeyText.of(new byte[31]));
    assertThatIllegalArgumentException().isThrownBy(() -> ApiKeyText.of(new byte[33]));
  }

  @Test
  void is_none_with_any_character_mistyped() {
    String key = ApiKeyText.of(bytes(7)).reveal();

    assertThat(IntStream.range(0, key.length()))
        .noneMatch(place -> ApiKeyText.isOne(Secret.of(mistyped(key, place))));
  }

  @Test
  void is_none_with_two_characters_that_changed_places() {
    String key = ApiKeyText.of(bytes(7)).reveal();
    String swapped = key.substring(0, 20) + key.charAt(21) + key.charAt(20) + key.substring(22);

    assertThat(key.charAt(20)).isNotEqualTo(key.charAt(21));
    assertThat(ApiKeyText.isOne(Secret.of(swapped))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sp_", "spa_0000", "sp_000000000000000000000000000000000000000000000000é"})
  void is_not_this(String other) {
    assertThat(ApiKeyText.isOne(Secret.of(other))).isFalse();
  }

  @Test
  void is_not_one_with_something_before_or_behind() {
    String key = ApiKeyText.of(bytes(7)).reveal();

    assertThat(ApiKeyText.isOne(Secret.of(key + " "))).isFalse();
    assertThat(ApiKeyText.isOne(Secret.of(" " + key))).isFalse();
  }

  @Test
  void hints_with_what_only_checks() {
    Secret key = ApiKeyText.of(bytes(7));

    assertThat(key.reveal()).endsWith(ApiKeyText.hint(key));
    assertThat(ApiKeyText.hint(key)).hasSize(4);
  }

  @Test
  void is_the_same_in_every_version() {
    assertThat(ApiKeyText.of(bytes(0)).reveal()).isEqualTo(NOTHING);
  }

  private static String mistyped(String key, int place) {
    char other = key.charAt(place) == 'x' ? 'y' : 'x';
    return key.substring(0, place) + other + key.substring(place + 1);
  }

  private static byte[] bytes(int each) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) each);
    return bytes;
  }

  private static byte[] firstBit() {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) 0x80;
    return bytes;
  }
}
