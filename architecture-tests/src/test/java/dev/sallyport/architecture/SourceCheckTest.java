package dev.sallyport.architecture;

import static dev.sallyport.architecture.SourceCheck.PUBLIC_TYPES_ARE_DOCUMENTED;
import static dev.sallyport.architecture.SourceCheck.SUPPRESSIONS_HAVE_A_REASON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("In the sources,")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceCheckTest {
  @Test
  void every_public_type_of_the_domain_and_the_ports_says_what_it_is_for() {
    assertThat(PUBLIC_TYPES_ARE_DOCUMENTED.faultsIn(Repository.publishedSources())).isEmpty();
  }

  @Test
  void every_suppressed_warning_has_its_reason_in_the_line_above() {
    assertThat(SUPPRESSIONS_HAVE_A_REASON.faultsIn(Repository.sources())).isEmpty();
  }

  @Test
  void there_is_something_to_look_at() {
    assertThat(Repository.sources()).hasSizeGreaterThan(Repository.publishedSources().size());
    assertThat(Repository.publishedSources()).isNotEmpty();
  }

  @Nested
  class A_missing_comment_is_noticed {
    @Test
    void on_a_public_type() {
      assertThat(undocumented("public class Grant {}"))
          .containsExactly("Grant.java:1 `Grant` has no `///` comment");
    }

    @Test
    void on_a_type_that_is_public_by_living_in_an_interface() {
      assertThat(
              undocumented(
                  """
                  /// All grants.
                  public interface Grants {
                    record Found() {}
                  }
                  """))
          .containsExactly("Grant.java:3 `Found` has no `///` comment");
    }

    @Test
    void where_there_is_only_one_of_the_old_form() {
      assertThat(undocumented("/** A grant. */ public class Grant {}")).hasSize(1);
    }

    @Test
    void where_there_is_only_one_for_the_next_programmer() {
      assertThat(undocumented("// a grant\npublic class Grant {}")).hasSize(1);
    }

    @Test
    void and_one_that_is_there_is_seen() {
      assertThat(
              undocumented(
                  """
                  /// What one person allowed.
                  public record Grant() {
                    private enum State {}
                  }
                  """))
          .isEmpty();
    }

    private static List<String> undocumented(String text) {
      return PUBLIC_TYPES_ARE_DOCUMENTED.faultsIn(List.of(new SourceFile("Grant.java", text)));
    }
  }

  @Nested
  class A_missing_reason_is_noticed {
    @Test
    void on_a_method() {
      assertThat(
              unreasoned(
                  """
                  class Grant {
                    @SuppressWarnings("unchecked")
                    void give() {}
                  }
                  """))
          .containsExactly("Grant.java:2 suppresses a warning and does not say why");
    }

    @Test
    void on_a_local_variable_with_the_annotation_spelled_out() {
      assertThat(
              unreasoned(
                  """
                  class Grant {
                    void give() {
                      @java.lang.SuppressWarnings("unused") int one = 1;
                    }
                  }
                  """))
          .hasSize(1);
    }

    @Test
    void where_the_line_above_only_documents_the_type() {
      assertThat(unreasoned("/// A grant.\n@SuppressWarnings(\"unused\")\nclass Grant {}"))
          .hasSize(1);
    }

    @Test
    void and_one_that_is_there_is_seen() {
      assertThat(
              unreasoned(
                  """
                  class Grant {
                    // the driver answers raw lists
                    @SuppressWarnings("unchecked")
                    void give() {}
                  }
                  """))
          .isEmpty();
    }

    private static List<String> unreasoned(String text) {
      return SUPPRESSIONS_HAVE_A_REASON.faultsIn(List.of(new SourceFile("Grant.java", text)));
    }
  }
}
