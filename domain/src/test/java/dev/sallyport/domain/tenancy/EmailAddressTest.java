package dev.sallyport.domain.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An e-mail address")
@DisplayNameGeneration(ReplaceUnderscores.class)
class EmailAddressTest {
  @Test
  void is_the_same_however_it_was_typed() {
    assertThat(new EmailAddress(" Anna.Berg@Example.COM "))
        .isEqualTo(new EmailAddress("anna.berg@example.com"));
  }

  @Test
  void prints_its_first_letter_and_domain_and_no_more() {
    assertThat("for %s".formatted(new EmailAddress("anna.berg@example.com")))
        .isEqualTo("for a…@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b.co", "o'neil+tag@mail.example.org", "a@xn--bcher-kva.example"})
  void is_a_name_an_at_and_a_domain(String value) {
    assertThat(new EmailAddress(value).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anna",
        "@example.com",
        "anna@",
        "anna@localhost",
        "anna@-example.com",
        "anna@example..com",
        "an na@example.com",
        "anna@example.com\nbcc:bert@example.com",
        "anna@exam@ple.com",
        "ánna@example.com"
      })
  void is_nothing_else(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(value));
  }

  @Test
  void is_as_long_as_mail_servers_take() {
    String longest = "a".repeat(64) + "@" + "d23456789.".repeat(18) + "e".repeat(9);

    assertThat(new EmailAddress(longest).value()).hasSize(254);
    assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(longest + "e"));
  }

  @Test
  void is_no_longer_than_mail_servers_take() {
    String domain = "@" + "d".repeat(60) + ".example";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailAddress("a".repeat(65) + domain));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmailAddress("a@" + "d23456789.".repeat(26) + "example"));
  }
}
