package dev.sallyport.domain.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A recipient")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipientTest {
  @Test
  void never_prints_itself_whole() {
    assertThat(Recipient.phone("+4930111", "DE")).hasToString("PHONE[…]");
    assertThat(Recipient.member("ada")).hasToString("MEMBER[…]");
  }

  @Test
  void is_the_same_wherever_it_is_reached() {
    assertThat(Recipient.phone("+4930111", "DE"))
        .isEqualTo(Recipient.phone("+4930111", ""))
        .hasSameHashCodeAs(Recipient.phone("+4930111", ""));
  }

  @Test
  void is_another_by_kind_or_address() {
    assertThat(Recipient.phone("1", ""))
        .isNotEqualTo(Recipient.member("1"))
        .isNotEqualTo(Recipient.phone("2", ""))
        .isNotEqualTo("1");
    assertThat(Recipient.phone("1", "").hashCode())
        .isNotEqualTo(Recipient.phone("2", "").hashCode())
        .isNotZero();
  }

  @Test
  void has_an_address_of_at_most_320_characters() {
    assertThat(Recipient.member("x".repeat(320)).address()).hasSize(320);
    assertThatThrownBy(() -> Recipient.member("x".repeat(321)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "\u0000"})
  void has_a_printable_address(String address) {
    assertThatThrownBy(() -> Recipient.member(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("printable");
  }
}
