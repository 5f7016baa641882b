package dev.sallyport.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A template of addresses")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateSpecTest {
  @ParameterizedTest
  @CsvSource({
    "wiki://pages/{id}, wiki://pages/7",
    "wiki://pages/{id}, wiki://pages/a.b-c",
    "wiki://{space}/p{id}.md, wiki://home/p7.md"
  })
  void has_what_differs_only_in_its_names(String template, String uri) {
    assertThat(spec(template).has(uri)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "wiki://pages/{id}, wiki://pages/",
    "wiki://pages/{id}, wiki://pages/7/8",
    "wiki://pages/{id}, wiki://pages/7?all",
    "wiki://pages/{id}, wiki://page/7",
    "wiki://pages/{id}.md, wiki://pages/7xmd"
  })
  void has_nothing_else(String template, String uri) {
    assertThat(spec(template).has(uri)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "wiki://pages/{id}, wiki://pages/{name}",
    "wiki://pages/{id}, wiki://pages/about",
    "wiki://{space}/about, wiki://home/{page}",
    "wiki://pages/{id}, wiki://pages/p{id}.md",
    "wiki://pages/p{id}, wiki://pages/{id}.md",
    "wiki://pages/a{x}b{y}c, wiki://pages/ab{z}bc",
    "wiki://pages?of={a}, wiki://pages?{b}={c}"
  })
  void meets_one_that_has_an_address_of_its_own(String one, String other) {
    assertThat(spec(one).meets(spec(other))).isTrue();
    assertThat(spec(other).meets(spec(one))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "wiki://pages/{id}, wiki://people/{id}",
    "wiki://pages/{id}, chat://pages/{id}",
    "wiki://pages/{id}, wiki://pages/{id}/text",
    "wiki://pages/{id}, wiki://pages?{id}",
    "wiki://pages/{id}.md, wiki://pages/{id}.txt",
    "wiki://pages/a{id}, wiki://pages/b{id}",
    "wiki://pages/a{id}, wiki://pages/a"
  })
  void does_not_meet_one_with_other_addresses(String one, String other) {
    assertThat(spec(one).meets(spec(other))).isFalse();
    assertThat(spec(other).meets(spec(one))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wiki://{space}{id}", "wiki://home/{a}{b}.md", "wiki://?of={a}{b}"})
  void does_not_join_two_names(String template) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(template))
        .withMessage("`%s` needs a text between two names of one step", template);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wiki://{a}.{b}.{c}", "wiki://home/{a}-{b}-{c}-{d}", "wiki://{a}/{b}?{c}={d}&{e}"})
  void has_no_more_than_two_names_in_one_step(String template) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec(template))
        .withMessage("`%s` has more than two names in one step", template);
  }

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void is_held_against_a_long_address_without_trying_all_ways_of_all_steps() {
    String address = "wiki://%s/%s?%s".formatted(".".repeat(600), "-".repeat(600), "=".repeat(600));

    assertThat(spec("wiki://{a}.{b}/{c}-{d}?{e}={f}#{g}").has(address)).isFalse();
  }

  @Test
  void has_as_many_names_as_it_has_steps_and_twice_that() {
    assertThat(spec("wiki://{a}.{b}/{c}-{d}?{e}={f}#{g}").has("wiki://a.b/c-d?e=f#g")).isTrue();
  }

  private static TemplateSpec spec(String template) {
    return new TemplateSpec(template, "page", "Page", "One page.", Optional.empty());
  }
}
