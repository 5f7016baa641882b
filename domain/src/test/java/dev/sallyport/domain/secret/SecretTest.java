package dev.sallyport.domain.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("A secret")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretTest {
  private static final Secret SECRET = Secret.of("open sesame");

  @Test
  void prints_nothing_of_itself() {
    assertThat("the password is %s".formatted(SECRET)).isEqualTo("the password is [secret]");
  }

  @Test
  void is_revealed_to_whoever_asks_for_it_by_name() {
    assertThat(SECRET.reveal()).isEqualTo("open sesame");
  }

  @Test
  void equals_a_secret_of_the_same_text_only() {
    assertThat(SECRET)
        .isEqualTo(Secret.of("open sesame"))
        .isNotEqualTo(Secret.of("open sesamf"))
        .isNotEqualTo(Secret.of("open"))
        .isNotEqualTo("open sesame");
  }

  @Test
  void equals_no_other_where_a_text_is_no_whole_characters() {
    assertThat(Secret.of("\ud800"))
        .isEqualTo(Secret.of("\ud800"))
        .isNotEqualTo(Secret.of("?"))
        .isNotEqualTo(Secret.of("\ud801"));
  }

  @Test
  void gives_nothing_away_by_its_hash() {
    assertThat(SECRET).hasSameHashCodeAs(Secret.of("another"));
  }
}
