package dev.sallyport.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("The architecture page")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitecturePageTest {
  private static final String PAGE =
      """
      # Architecture

      | Package | What lives there |
      |---|---|
      | `domain.grant` | grants |
      | `domain.plan` | plans |

      | Word | Means |
      |---|---|
      | `door` | not a package |
      """;

  @Test
  void exists_and_has_a_table_of_packages() {
    assertThat(ArchitecturePage.inTheRepository().packages())
        .as("the rows of a table in %s that starts with | Package |", ArchitecturePage.PATH)
        .isNotEmpty();
  }

  @Test
  void lists_the_packages_that_ship_and_no_others() {
    assertThat(ArchitecturePage.inTheRepository().correctionsFor(packagesThatShip())).isEmpty();
  }

  @Test
  void is_right_when_it_names_just_what_ships() {
    assertThat(corrections("domain.grant", "domain.plan")).isEmpty();
  }

  @Test
  void is_told_of_a_package_it_forgot() {
    assertThat(corrections("domain.claim", "domain.grant", "domain.plan"))
        .containsExactly(
            "add to the table under `Package` in docs/architecture.md: | `domain.claim` | … |");
  }

  @Test
  void is_told_of_a_package_that_is_gone() {
    assertThat(corrections("domain.grant"))
        .containsExactly("remove from docs/architecture.md, no such package ships: `domain.plan`");
  }

  @Test
  void is_told_everything_when_it_is_missing() {
    assertThat(ArchitecturePage.of("").correctionsFor(packagesThatShip()))
        .hasSameSizeAs(packagesThatShip());
  }

  private static List<String> corrections(String... shipped) {
    return ArchitecturePage.of(PAGE).correctionsFor(new TreeSet<>(List.of(shipped)));
  }

  private static SortedSet<String> packagesThatShip() {
    int root = Layout.PRODUCTION.root().length() + 1;
    return Scene.production().shipped().stream()
        .map(JavaClass::getPackageName)
        .map(name -> name.substring(root))
        .collect(toCollection(TreeSet::new));
  }
}
