package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.sallyport.architecture.Region.ADAPTERS;
import static dev.sallyport.architecture.Region.APPLICATION;
import static dev.sallyport.architecture.Region.BACKENDS;
import static dev.sallyport.architecture.Region.BEARER_PARTS;
import static dev.sallyport.architecture.Region.BOOTSTRAP;
import static dev.sallyport.architecture.Region.DOMAIN;
import static dev.sallyport.architecture.Region.GATE;
import static dev.sallyport.architecture.Region.INBOUND_ADAPTERS;
import static dev.sallyport.architecture.Region.INBOUND_PORTS;
import static dev.sallyport.architecture.Region.KIT;
import static dev.sallyport.architecture.Region.OUTBOUND_PORTS;
import static dev.sallyport.architecture.Region.PERSON_PARTS;
import static dev.sallyport.architecture.Region.PROTOCOL;
import static dev.sallyport.architecture.Region.SANDBOXES;
import static dev.sallyport.architecture.Region.STORES_AND_MEANS;
import static dev.sallyport.architecture.Region.TOOL_PARTS;
import static dev.sallyport.architecture.Region.USE_CASES;
import static dev.sallyport.architecture.Region.VIEWS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/// Who may know whom: dependencies point inward, and adapters stand side by side unseen.
final class RingLaws {
  private static final String JAVA = "java..";
  private static final String NULLNESS = "org.jspecify.annotations..";

  private RingLaws() {}

  static ArchRule everyClassHasAHome(Layout at) {
    return classes()
        .should()
        .resideInAnyPackage(
            at.of(
                DOMAIN,
                INBOUND_PORTS,
                OUTBOUND_PORTS,
                TOOL_PARTS,
                USE_CASES,
                PERSON_PARTS,
                BEARER_PARTS,
                GATE,
                INBOUND_ADAPTERS,
                STORES_AND_MEANS,
                BACKENDS,
                SANDBOXES,
                KIT,
                BOOTSTRAP))
        .orShould()
        .haveFullyQualifiedName(at.root() + ".application.Unavailable")
        .orShould()
        .haveFullyQualifiedName(at.root() + ".application.Damaged")
        .orShould()
        .haveFullyQualifiedName(at.root() + ".application.Rejected")
        .orShould()
        .haveFullyQualifiedName(at.root() + ".application.Caller");
  }

  static ArchRule domainIsPlainJava(Layout at) {
    return classes()
        .that()
        .resideInAPackage(at.of(DOMAIN))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(JAVA, NULLNESS, at.of(DOMAIN));
  }

  static ArchRule applicationKnowsOnlyTheDomain(Layout at) {
    return classes()
        .that()
        .resideInAPackage(at.of(APPLICATION))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(JAVA, NULLNESS, at.of(APPLICATION), at.of(DOMAIN));
  }

  static ArchRule inboundPortsSeeNoStores(Layout at) {
    return noClasses()
        .that()
        .resideInAPackage(at.of(INBOUND_PORTS))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(at.of(OUTBOUND_PORTS, USE_CASES, GATE));
  }

  static ArchRule doorsDriveInboundPorts(Layout at) {
    return noClasses()
        .that()
        .resideInAPackage(at.of(INBOUND_ADAPTERS))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            at.of(OUTBOUND_PORTS, USE_CASES, GATE, STORES_AND_MEANS, BACKENDS, SANDBOXES));
  }

  static ArchRule roomsNeverCallBack(Layout at) {
    return noClasses()
        .that()
        .resideInAnyPackage(at.outboundAdapters())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(at.of(INBOUND_PORTS, USE_CASES, GATE, INBOUND_ADAPTERS));
  }

  static ArchRule adaptersNeverSeeEachOther(Layout at) {
    return slices().assignedFrom(new ByAdapter(at)).should().notDependOnEachOther();
  }

  static ArchRule kitKnowsOnlyKit(Layout at) {
    return noClasses()
        .that()
        .resideInAPackage(at.of(KIT))
        .should()
        .dependOnClassesThat(
            resideInAPackage(at.root() + "..").and(resideOutsideOfPackage(at.of(KIT))));
  }

  static ArchRule nobodyKnowsBootstrap(Layout at) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(at.of(BOOTSTRAP))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(at.of(BOOTSTRAP));
  }

  static ArchRule onlyBootstrapMakesUseCases(Layout at) {
    DescribedPredicate<JavaClass> useCase =
        resideInAnyPackage(at.of(USE_CASES, GATE))
            .and(describe("stand alone", JavaClass::isTopLevelClass));
    return noClasses()
        .that()
        .resideOutsideOfPackages(at.of(BOOTSTRAP, GATE))
        .should()
        .accessTargetWhere(describe("make a use case", access -> makes(useCase, access)));
  }

  static ArchRule noPackageCycles(Layout at) {
    return slices().matching(at.root() + ".(**)").should().beFreeOfCycles();
  }

  static ArchRule adaptersKeepToThemselves(Layout at) {
    return classes()
        .that()
        .resideInAPackage(at.of(ADAPTERS))
        .and()
        .resideOutsideOfPackages(at.of(KIT, VIEWS, PROTOCOL))
        .and()
        .areTopLevelClasses()
        .should()
        .notBePublic();
  }

  // a constructor that calls another of its own class makes nothing new
  private static boolean makes(DescribedPredicate<JavaClass> useCase, JavaAccess<?> access) {
    JavaClass made = access.getTargetOwner();
    return access.getTarget().getName().equals("<init>")
        && useCase.test(made)
        && !access.getOriginOwner().equals(made);
  }

  /// Puts `adapters.in.pages` and its subpackages into one slice, and the kit into none.
  ///
  /// A pattern such as `(**)` would part an adapter from its own subpackages.
  private record ByAdapter(Layout at) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      if (!resideInAPackage(at.of(ADAPTERS)).test(type)
          || resideInAPackage(at.of(KIT)).test(type)) {
        return SliceIdentifier.ignore();
      }
      String[] steps = type.getPackageName().substring(at.root().length() + 1).split("\\.", 4);
      return steps.length < 3 ? SliceIdentifier.ignore() : SliceIdentifier.of(steps[1], steps[2]);
    }

    @Override
    public String getDescription() {
      return "adapters";
    }
  }
}
