package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.sallyport.architecture.Region.HTTP_KIT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// The house waits on virtual threads; publishers and futures stay with the libraries they are
/// from.
final class ReactiveLaws {
  private static final DescribedPredicate<JavaClass> PUBLISHERS =
      resideInAnyPackage("org.reactivestreams..", "reactor..", "io.reactivex..")
          .or(
              describe(
                  "are of Flow", type -> type.getName().startsWith("java.util.concurrent.Flow")));

  private static final DescribedPredicate<JavaClass> FUTURES =
      describe("are futures", type -> type.isAssignableTo(CompletionStage.class));

  private ReactiveLaws() {}

  static ArchRule noneInOurSignatures(Layout at) {
    return classes()
        .that()
        .resideOutsideOfPackage(at.of(HTTP_KIT))
        .should(
            Conditions.faultless(
                "name no publisher and no future",
                type -> Stream.concat(fieldsOf(type), signaturesOf(type))));
  }

  static ArchRule onlyInKitHttp(Layout at) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(at.of(HTTP_KIT))
        .should()
        .dependOnClassesThat(PUBLISHERS);
  }

  private static Stream<String> fieldsOf(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> isReactive(field.getType()))
        .map(field -> "keeps one in `" + field.getName() + "`");
  }

  private static Stream<String> signaturesOf(JavaClass type) {
    return type.getCodeUnits().stream()
        .filter(unit -> !isDemandedByALibrary(unit))
        .filter(ReactiveLaws::namesOne)
        .map(unit -> "names one in `" + unit.getName() + "`");
  }

  private static boolean namesOne(JavaCodeUnit unit) {
    return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
        .anyMatch(ReactiveLaws::isReactive);
  }

  private static boolean isReactive(JavaType type) {
    return type.getAllInvolvedRawTypes().stream().anyMatch(PUBLISHERS.or(FUTURES));
  }

  // a signature that a library's own interface prescribes is not ours
  private static boolean isDemandedByALibrary(JavaCodeUnit unit) {
    return Overriding.overriddenBy(unit)
        .anyMatch(type -> !type.getPackageName().startsWith(Layout.PRODUCTION.root()));
  }
}
