package dev.sallyport.adapters.in.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Words for people")
@DisplayNameGeneration(ReplaceUnderscores.class)
class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 seconds",
    "PT1.9S, 1 second",
    "PT59S, 59 seconds",
    "PT1M, 1 minute",
    "PT59M59S, 59 minutes",
    "PT1H, 1 hour",
    "PT2H1M, 2 hours 1 minute",
    "PT23H59M59S, 23 hours 59 minutes",
    "P1D, 1 day",
    "P9DT3H20M, 9 days 3 hours"
  })
  void name_the_two_largest_units_of_a_duration(Duration duration, String words) {
    assertThat(Words.of(duration)).isEqualTo(words);
  }

  @Test
  void name_a_moment_in_the_time_everyone_shares() {
    assertThat(Words.of(Instant.parse("2026-03-05T07:08:09Z")))
        .isEqualTo("5 March 2026, 07:08 UTC");
  }
}
