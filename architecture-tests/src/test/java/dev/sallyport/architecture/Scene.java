package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;

/// A layout and the classes that live in it: those that ship, and all, which is tests too.
record Scene(Layout at, JavaClasses shipped, JavaClasses all) {
  static final String OFFENCES = "dev.sallyport.architecture.offences";

  private static final String PACKAGE_INFO = "package-info";

  /// The product itself, read once.
  static Scene production() {
    return Production.SCENE;
  }

  /// The classes made to break one law. There, nobody is a test; everything counts as shipped.
  static Scene offending(Law law) {
    Layout at = Layout.offending(law);
    JavaClasses classes = Offences.CLASSES.that(resideInAPackage(at.root() + ".."));
    return new Scene(at, classes, classes);
  }

  /// Every class made to break some law.
  static JavaClasses offences() {
    return Offences.CLASSES;
  }

  /// Who lives in a region of the product. Fakes never ship, and templates are left out of the
  /// laws, so these two are looked for among everything that was read.
  static JavaClasses inhabitants(Region region) {
    JavaClasses among =
        switch (region) {
          case FAKES, TEMPLATES -> Production.READ;
          default -> production().shipped();
        };
    return among.that(resideInAPackage(Layout.PRODUCTION.of(region)));
  }

  private static boolean ships(JavaClass type) {
    String source = type.getSource().orElseThrow().getUri().toString();
    return !source.contains("/test-classes/") && !source.contains("-tests.jar");
  }

  // holders, so that a single trial does not read what it does not need
  private static final class Production {
    static final JavaClasses READ =
        new ClassFileImporter()
            .withImportOption(Production::isWrittenByHand)
            .importPackages(Layout.PRODUCTION.root())
            .that(not(describe("describe a package", Scene::describesAPackage)));
    static final Scene SCENE = sceneOf(READ);

    private static Scene sceneOf(JavaClasses read) {
      String generated = Layout.PRODUCTION.of(Region.TEMPLATES);
      JavaClasses all = read.that(not(resideInAPackage(generated)));
      return new Scene(Layout.PRODUCTION, all.that(describe("ship", Scene::ships)), all);
    }

    // Micronaut writes public classes named `$…` beside each bean
    private static boolean isWrittenByHand(Location location) {
      return !location.contains("/$") && !location.contains("/architecture/offences/");
    }
  }

  private static final class Offences {
    static final JavaClasses CLASSES =
        new ClassFileImporter()
            .importPackages(OFFENCES)
            .that(not(describe("describe a package", Scene::describesAPackage)));
  }

  private static boolean describesAPackage(JavaClass type) {
    return type.getSimpleName().equals(PACKAGE_INFO);
  }
}
