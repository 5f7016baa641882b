package dev.sallyport.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A sealed credential")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealedCredentialTest {
  @Test
  void cannot_be_changed_through_what_it_was_made_of_or_what_it_gave_out() {
    byte[] given = {1, 2, 3};
    var sealed = new SealedCredential(given);
    given[0] = 9;
    sealed.bytes()[1] = 9;

    assertThat(sealed.bytes()).containsExactly(1, 2, 3);
  }

  @Test
  void equals_one_of_the_same_bytes() {
    assertThat(new SealedCredential(new byte[] {1, 2}))
        .isEqualTo(new SealedCredential(new byte[] {1, 2}))
        .hasSameHashCodeAs(new SealedCredential(new byte[] {1, 2}))
        .isNotEqualTo(new SealedCredential(new byte[] {1, 3}));
  }

  @Test
  void prints_its_length_and_no_more() {
    assertThat(new SealedCredential(new byte[] {1, 2})).hasToString("[sealed, 2 bytes]");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65_537})
  void is_neither_empty_nor_boundless(int length) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SealedCredential(new byte[length]));
  }
}
