package dev.sallyport.domain.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An installation id")
@DisplayNameGeneration(ReplaceUnderscores.class)
class InstallationIdTest {
  @Test
  void spells_its_sixteen_bytes_in_hex() {
    byte[] bytes = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 127, -1};

    assertThat(InstallationId.of(bytes))
        .isEqualTo(new InstallationId("000102030405060708090a0b0c0d7fff"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 17})
  void is_not_made_of_fewer_or_more_bytes(int count) {
    assertThatIllegalArgumentException().isThrownBy(() -> InstallationId.of(new byte[count]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "000102030405060708090a0b0c0d7ff",
        "000102030405060708090A0B0C0D7FFF",
        "000102030405060708090a0b0c0d7fff\n"
      })
  void is_nothing_but_32_lower_case_hex_digits(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new InstallationId(value));
  }
}
