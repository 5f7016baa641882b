package dev.sallyport.domain.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A set of scopes")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScopesTest {
  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource({
    "t:read, read",
    "t:write, read write",
    "t:delete, read write delete",
    "t:admin, read write admin"
  })
  void holds_the_smaller_rights_that_each_implies(String given, String implied) {
    assertThat(Scopes.of(new Scope(given)))
        .isEqualTo(
            new Scopes(
                Stream.of(implied.split(" "))
                    .map(right -> new Scope("t:" + right))
                    .collect(Collectors.toSet())));
    assertThat(Scopes.of(new Scope(given)).all()).hasSize(implied.split(" ").length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"u:read", "t.read", "tt:read", "t.u:read"})
  void says_nothing_of_other_subjects(String other) {
    Scopes all = Scopes.of(new Scope("t:admin"), new Scope("t:delete"));

    assertThat(all.cover(new Scope("t:read"))).isTrue();
    assertThat(all.cover(new Scope(other))).isFalse();
  }

  @Test
  void shares_with_another_only_what_both_hold() {
    Scopes admin = Scopes.of(new Scope("t:admin"), new Scope("u:read"));
    Scopes delete = Scopes.of(new Scope("t:delete"), new Scope("v:read"));

    assertThat(admin.sharedWith(delete)).isEqualTo(Scopes.of(new Scope("t:write")));
    assertThat(delete.sharedWith(admin)).isEqualTo(admin.sharedWith(delete));
    assertThat(admin.sharedWith(Scopes.NONE)).isEqualTo(Scopes.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "read", ":read", "t:", "t:reads", "T:read", "1:read", "t read", "t:read "})
  void is_made_of_well_formed_scopes_only(String value) {
    assertThatThrownBy(() -> new Scope(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a scope is a subject");
  }
}
