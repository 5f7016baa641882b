package dev.sallyport.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static dev.sallyport.architecture.Region.SANDBOXES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Of the laws,")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LawsTest {
  /// Take a region off this list with the first class that moves in.
  private static final Set<Region> NOT_YET_BUILT = Set.of(SANDBOXES);

  // props of a trial are called after the offender they belong to
  private static final String OFFENDER = "(?!InMemory)\\w*Offender(?!\\w*Contract$)\\w*";

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void what_ships_keeps(Law law) {
    law.check(Scene.production());
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void every_offender_and_nobody_else_is_caught_by(Law law) {
    Scene scene = Scene.offending(law);
    List<String> offences = law.offencesIn(scene);

    assertThat(String.join("\n", offences))
        .as("what breaks %s", law)
        .contains(offendersIn(scene))
        .doesNotContainIgnoringCase("innocent");
    assertThat(offences)
        .as("what breaks %s", law)
        .allMatch(offence -> offence.contains("Offender"));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void none_is_without_an_offender(Law law) {
    assertThat(offendersIn(Scene.offending(law))).isNotEmpty();
  }

  @Test
  void each_offence_breaks_one_that_still_exists() {
    List<String> roots = Stream.of(Law.values()).map(law -> Layout.offending(law).root()).toList();

    assertThat(Scene.offences())
        .allSatisfy(type -> assertThat(roots).anyMatch(root -> isBelow(root, type)));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void no_region_is_empty_unless_it_is_known_to_be(Region region) {
    assertThat(Scene.inhabitants(region).isEmpty())
        .as("%s (%s) holds no class", region, Layout.PRODUCTION.of(region))
        .isEqualTo(NOT_YET_BUILT.contains(region));
  }

  private static List<String> offendersIn(Scene scene) {
    return scene.all().stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> type.getSimpleName().matches(OFFENDER))
        .map(JavaClass::getName)
        .toList();
  }

  private static boolean isBelow(String root, JavaClass type) {
    return resideInAPackage(root + "..").test(type);
  }
}
