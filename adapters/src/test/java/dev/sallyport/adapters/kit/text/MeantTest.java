package dev.sallyport.adapters.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What was meant")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MeantTest {
  @ParameterizedTest
  @CsvSource({"tols, tools", "backend, backends", "cleints, clients"})
  void is_the_closest_word(String typed, String meant) {
    assertThat(Meant.by(typed, List.of("clients", "tools", "backends"))).contains(meant);
  }

  @Test
  void is_not_guessed_if_no_word_is_close() {
    assertThat(Meant.by("weather", List.of("clients", "tools"))).isEmpty();
  }

  @Test
  void is_not_guessed_where_nothing_is_known() {
    assertThat(Meant.by("tools", List.of())).isEmpty();
  }
}
