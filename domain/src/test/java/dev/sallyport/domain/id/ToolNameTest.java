package dev.sallyport.domain.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The name of a tool")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ToolNameTest {
  @ParameterizedTest
  @CsvSource({
    "search, search",
    "messages.send, messages_send",
    "a.b-c_d.E9, a_b_c_d_E9",
    ".-_, ___"
  })
  void is_spelled_with_underscores_where_dots_and_hyphens_are_refused(String known, String told) {
    assertThat(new ToolName(known).underscored()).isEqualTo(new ToolName(told));
  }

  @ParameterizedTest
  @CsvSource({
    "search, search, true",
    "search, searc, false",
    "search, search_all, false",
    "search, Search, false",
    "search, *, true",
    "search, s*, true",
    "search, search*, true",
    "search, search_*, false",
    "search, x*, false",
    "messages.send, messages_send, false",
    "messages.send, messages.*, true"
  })
  void fits_itself_and_its_beginnings(String name, String pattern, boolean fits) {
    assertThat(new ToolName(name).fits(pattern)).isEqualTo(fits);
  }
}
