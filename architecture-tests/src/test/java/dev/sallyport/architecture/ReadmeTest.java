package dev.sallyport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The page about the laws")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {
  private static final String PATH = "architecture-tests/README.md";

  @Test
  void lists_each_law_with_its_reason_in_the_order_of_the_code() {
    String page = Repository.text(PATH).orElse("");
    List<List<String>> laws =
        Stream.of(Law.values()).map(law -> List.of("`" + law + "`", law.reason())).toList();

    assertThat(MarkdownTable.under("Law", page).rows())
        .as("the table has to be%n%s%nand", MarkdownTable.written(laws))
        .isEqualTo(laws);
  }

  @Test
  void is_caught_when_a_reason_was_changed_in_one_place_only() {
    String page = "| Law | Because |\n|---|---|\n| `NOBODY_SLEEPS` | it is late |\n";

    assertThat(MarkdownTable.under("Law", page).rows())
        .isEqualTo(List.of(List.of("`NOBODY_SLEEPS`", "it is late")))
        .isNotEqualTo(List.of(List.of("`NOBODY_SLEEPS`", Law.NOBODY_SLEEPS.reason())));
  }
}
