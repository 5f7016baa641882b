package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.OLD_DATE_AND_TIME_CLASSES_SHOULD_NOT_BE_USED;
import static dev.sallyport.architecture.Region.BOOTSTRAP;
import static dev.sallyport.architecture.Region.JDBC;
import static dev.sallyport.architecture.Region.RANDOMNESS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;

/// Where time, chance, settings, files and tables come from: one place each.
final class MeansLaws {
  private static final Set<String> CLOCKS =
      Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime");
  private static final Set<String> DICE =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.util.UUID.randomUUID",
          "java.util.Collections.shuffle");
  private static final Set<String> SETTINGS =
      Set.of(
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.getProperties",
          "java.lang.Boolean.getBoolean",
          "java.lang.Integer.getInteger",
          "java.lang.Long.getLong");

  private MeansLaws() {}

  static ArchRule theInsideDoesNoIo(Layout at) {
    DescribedPredicate<JavaClass> world =
        resideInAnyPackage(
                "java.io..", "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
            .or(nameMatching("java\\.lang\\.(Process|ProcessBuilder|Runtime)"));
    return noClasses()
        .that()
        .resideInAnyPackage(at.inside())
        .should()
        .dependOnClassesThat(
            world.and(describe("are no URI", type -> !type.getName().startsWith("java.net.URI"))));
  }

  static ArchRule theInsideDoesNotLog(Layout at) {
    return noClasses()
        .that()
        .resideInAnyPackage(at.inside())
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.lang\\.System\\$Logger.*")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.logging..", "org.slf4j..", "ch.qos.logback..", "org.apache.logging..");
  }

  static ArchRule timeComesFromAClock(Layout at) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(at.of(BOOTSTRAP))
        .should()
        .accessTargetWhere(describe("the time is read off the machine", MeansLaws::readsTheTime));
  }

  static ArchRule randomnessComesFromAPort(Layout at) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(at.of(RANDOMNESS))
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.(Random|SplittableRandom|random\\..*|concurrent\\.ThreadLocalRandom)"
                + "|java\\.security\\.SecureRandom")
        .orShould()
        .accessTargetWhere(calls("dice are thrown", DICE));
  }

  static ArchRule settingsComeFromBootstrap(Layout at) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(at.of(BOOTSTRAP))
        .should()
        .accessTargetWhere(calls("a setting is read", SETTINGS));
  }

  static ArchRule noOldDates() {
    return OLD_DATE_AND_TIME_CLASSES_SHOULD_NOT_BE_USED;
  }

  static ArchRule noStandardStreams() {
    return noClasses().should(ACCESS_STANDARD_STREAMS);
  }

  static ArchRule noFieldInjection() {
    return noFields()
        .that()
        .areDeclaredInClassesThat()
        .areNotRecords()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .orShould()
        .beAnnotatedWith("io.micronaut.context.annotation.Property")
        .orShould()
        .beAnnotatedWith("io.micronaut.context.annotation.Value");
  }

  static ArchRule sqlStaysInJdbc(Layout at) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(at.of(JDBC))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "org.flywaydb..",
            "com.zaxxer.hikari..",
            "org.h2..",
            "org.postgresql..");
  }

  private static boolean readsTheTime(JavaAccess<?> access) {
    return CLOCKS.contains(nameOf(access))
        || isOfTime(access, Clock.class.getName(), "system.*|tick(Millis|Seconds|Minutes)")
        || isOfTime(access, "java.time.InstantSource", "system")
        || (access.getTargetOwner().getPackageName().startsWith("java.time")
            && access.getTarget().getName().equals("now")
            && !takesAClock(access));
  }

  private static boolean isOfTime(JavaAccess<?> access, String owner, String names) {
    return access.getTargetOwner().getName().equals(owner)
        && access.getTarget().getName().matches(names);
  }

  private static boolean takesAClock(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().stream()
            .anyMatch(type -> type.getName().equals(Clock.class.getName()));
  }

  private static DescribedPredicate<JavaAccess<?>> calls(String sentence, Set<String> targets) {
    return describe(sentence, access -> targets.contains(nameOf(access)));
  }

  private static String nameOf(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }
}
