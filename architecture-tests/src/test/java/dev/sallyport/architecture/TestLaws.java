package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;

/// What makes a test run, and be read.
final class TestLaws {
  private static final String TEST = "Test";
  private static final String CONTRACT = "Contract";
  private static final Set<String> PAUSES =
      Set.of("java.lang.Thread.sleep", "java.util.concurrent.TimeUnit.sleep");

  private static final DescribedPredicate<JavaClass> HAVE_TESTS =
      describe("have tests", TestLaws::hasTests);

  private TestLaws() {}

  static ArchRule nobodySleeps() {
    return noClasses().should().accessTargetWhere(describe("time is waited out", TestLaws::pauses));
  }

  static ArchRule testsAreNamedSoThatTheyRun() {
    return classes()
        .that(HAVE_TESTS)
        .should(Conditions.of("be found by the build", TestLaws::isFoundByTheBuild));
  }

  static ArchRule whatLooksLikeATestIsOne() {
    return methods()
        .that()
        .areDeclaredInClassesThat(describe("are tests", TestLaws::isATest))
        .and(describe("look like a test", TestLaws::looksLikeATest))
        .should(Conditions.of("carry an annotation of JUnit", TestLaws::isKnownToJUnit));
  }

  static ArchRule testsReadAsSentences() {
    return classes()
        .that(HAVE_TESTS)
        .and()
        .areTopLevelClasses()
        .should(
            Conditions.of(
                "have their names spelled out as sentences", TestLaws::isSpelledOutAsSentences));
  }

  /// Whether tests are declared in this class or inherited by it.
  static boolean hasTests(JavaClass type) {
    return type.getAllMethods().stream()
        .anyMatch(method -> method.isMetaAnnotatedWith(Testable.class));
  }

  private static boolean pauses(JavaAccess<?> access) {
    return PAUSES.contains(access.getTargetOwner().getName() + "." + access.getTarget().getName());
  }

  // a static nested class with tests runs only where a contract's own test hands it to the engine
  private static boolean isFoundByTheBuild(JavaClass type) {
    if (type.getModifiers().contains(ABSTRACT)) {
      return type.getSimpleName().endsWith(CONTRACT);
    }
    if (type.isTopLevelClass()) {
      return type.getSimpleName().endsWith(TEST);
    }
    String outer = type.getEnclosingClass().orElseThrow().getSimpleName();
    return type.isAnnotatedWith(Nested.class) || outer.endsWith(CONTRACT + TEST);
  }

  private static boolean isATest(JavaClass type) {
    return hasTests(type)
        || (type.isTopLevelClass()
            && (type.getSimpleName().endsWith(TEST) || type.getSimpleName().endsWith(CONTRACT)));
  }

  private static boolean looksLikeATest(JavaMethod method) {
    return method.getRawReturnType().getName().equals("void")
        && Stream.of(PRIVATE, ABSTRACT, STATIC)
            .noneMatch(modifier -> method.getModifiers().contains(modifier))
        && Overriding.overriddenBy(method).findAny().isEmpty();
  }

  private static boolean isKnownToJUnit(JavaMethod method) {
    return method.isMetaAnnotatedWith(
        describe(
            "of JUnit",
            annotation -> annotation.getRawType().getPackageName().startsWith("org.junit.")));
  }

  private static boolean isSpelledOutAsSentences(JavaClass type) {
    return Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
        .anyMatch(each -> each.isAnnotatedWith(DisplayNameGeneration.class));
  }
}
