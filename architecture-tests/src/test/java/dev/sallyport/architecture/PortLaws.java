package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.VOLATILE;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static dev.sallyport.architecture.Region.BEARER_PARTS;
import static dev.sallyport.architecture.Region.GATE;
import static dev.sallyport.architecture.Region.INBOUND_PORTS;
import static dev.sallyport.architecture.Region.POST_PARTS;
import static dev.sallyport.architecture.Region.USE_CASES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// What ports look like, and the use cases behind them.
final class PortLaws {
  private static final String SERVICE = "Service";

  private static final Set<String> YES_OR_NO = Set.of("boolean", "java.lang.Boolean");

  private PortLaws() {}

  static ArchRule portsAreInterfaces(Layout at) {
    return classes()
        .that()
        .resideInAnyPackage(at.ports())
        .and()
        .areTopLevelClasses()
        .should()
        .beInterfaces();
  }

  static ArchRule portsAnswerMoreThanYesOrNo(Layout at) {
    return noMethods()
        .that()
        .areDeclaredInClassesThat(arePorts(at))
        .should(
            Conditions.of(
                "answer yes or no",
                (JavaMethod method) -> YES_OR_NO.contains(method.getRawReturnType().getName())));
  }

  static ArchRule portsDeclareNoExceptions(Layout at) {
    return noCodeUnits()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(at.ports())
        .should()
        .declareThrowableOfType(alwaysTrue());
  }

  static ArchRule useCasesAreNamedService(Layout at) {
    return classes()
        .that()
        .resideInAPackage(at.of(USE_CASES))
        .and()
        .areTopLevelClasses()
        .should(
            Conditions.of(
                "be called after their inbound port",
                (JavaClass type) -> isNamedAfterItsPort(at, type)));
  }

  static ArchRule useCasesRememberSafely(Layout at) {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(at.of(USE_CASES, BEARER_PARTS, POST_PARTS, GATE))
        .should()
        .haveModifier(FINAL)
        .orShould()
        .haveModifier(VOLATILE);
  }

  private static DescribedPredicate<JavaClass> arePorts(Layout at) {
    return resideInAnyPackage(at.ports())
        .and(INTERFACES)
        .and(describe("stand alone", JavaClass::isTopLevelClass));
  }

  private static boolean isNamedAfterItsPort(Layout at, JavaClass type) {
    return type.getAllRawInterfaces().stream()
        .filter(resideInAPackage(at.of(INBOUND_PORTS)))
        .anyMatch(port -> type.getSimpleName().equals(port.getSimpleName() + SERVICE));
  }
}
