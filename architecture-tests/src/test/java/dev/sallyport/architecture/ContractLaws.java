package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.sallyport.architecture.Region.FAKES;
import static dev.sallyport.architecture.Region.OUTBOUND_PORTS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;
import java.util.stream.Stream;

/// Every outbound port has a contract, and whoever implements it is held to it, fakes included.
final class ContractLaws {
  private static final String CONTRACT = "Contract";
  private static final String TEST = "Test";

  private ContractLaws() {}

  static ArchRule portsAreProven(Scene scene) {
    return classes()
        .that()
        .resideInAPackage(scene.at().of(OUTBOUND_PORTS))
        .and()
        .areTopLevelClasses()
        .and()
        .areInterfaces()
        .should(
            Conditions.faultless(
                "have a contract and a fake", port -> whatIsMissingFor(port, scene)));
  }

  static ArchRule implementationsAreProven(Scene scene) {
    Layout at = scene.at();
    DescribedPredicate<JavaClass> ship =
        describe("ship", type -> scene.shipped().contain(type.getName()));
    return classes()
        .that(
            resideInAnyPackage(at.outboundAdapters()).and(ship).or(resideInAPackage(at.of(FAKES))))
        .and()
        .areNotInterfaces()
        .and()
        .areNotAnonymousClasses()
        .should(
            Conditions.faultless(
                "be held to the contract of their port", type -> contractsNotRunOn(type, scene)));
  }

  private static Stream<String> whatIsMissingFor(JavaClass port, Scene scene) {
    boolean contract =
        scene.all().stream()
            .anyMatch(type -> type.getName().equals(contractOf(port)) && TestLaws.hasTests(type));
    boolean fake =
        scene.all().stream()
            .filter(resideInAPackage(scene.at().of(FAKES)))
            .anyMatch(type -> fakes(type, port));
    return Stream.concat(
        contract ? Stream.empty() : Stream.of("has no tests in " + contractOf(port)),
        fake ? Stream.empty() : Stream.of("has no fake named …" + port.getSimpleName()));
  }

  private static boolean fakes(JavaClass type, JavaClass port) {
    return type.getSimpleName().endsWith(port.getSimpleName())
        && type.isAssignableTo(port.getFullName());
  }

  private static Stream<String> contractsNotRunOn(JavaClass type, Scene scene) {
    return type.getAllRawInterfaces().stream()
        .filter(resideInAPackage(scene.at().of(OUTBOUND_PORTS)).and(INTERFACES))
        .filter(port -> !port.getEnclosingClass().isPresent())
        .filter(port -> scene.all().stream().noneMatch(test -> runs(test, contractOf(port), type)))
        .map(port -> "has no %s that extends %s".formatted(testOf(type), contractOf(port)));
  }

  // one class per database may run the same contract: JdbcGrantsOnPostgresTest, or nested ones
  private static boolean runs(JavaClass test, String contract, JavaClass implementation) {
    String name = outermost(test).getSimpleName();
    return test.getPackage().equals(implementation.getPackage())
        && name.startsWith(outermost(implementation).getSimpleName())
        && name.endsWith(TEST)
        && test.getAllRawSuperclasses().stream().anyMatch(type -> type.getName().equals(contract));
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    Optional<JavaClass> next = outer.getEnclosingClass();
    while (next.isPresent()) {
      outer = next.get();
      next = outer.getEnclosingClass();
    }
    return outer;
  }

  private static String testOf(JavaClass type) {
    return outermost(type).getFullName() + TEST;
  }

  private static String contractOf(JavaClass port) {
    return port.getFullName() + CONTRACT;
  }
}
