package dev.sallyport.domain.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static TemplateSpec spec(String template) {
    return new TemplateSpec(template, "page", "Page", "One page.", Optional.empty());
  }
}
