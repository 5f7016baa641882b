package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.sallyport.architecture.Region.DOMAIN;
import static dev.sallyport.architecture.Region.GATE;
import static dev.sallyport.architecture.Region.TOOL_PARTS;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

/// The one way to a backend: who may run tools, and where tools say what they are.
final class GateLaws {
  private static final String TOOL = "Tool";
  private static final String SPEC = "ToolSpec";

  /// What asks something of a tool, as opposed to what a tool says of itself.
  private static final Set<String> RUNS = Set.of("footprint", "act", "findSent");

  /// What wiring needs to see: the gate, what stands beside it, what joins and what feeds them.
  private static final Set<String> FRONT = Set.of("Gate", "GateHouse", "Means", "Recovery");

  private GateLaws() {}

  static ArchRule onlyTheGateRunsTools(Layout at) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(at.of(GATE))
        .should()
        .accessTargetWhere(describe("run a tool", access -> runsATool(at, access)));
  }

  static ArchRule toolsAreDefinedOnce(Layout at) {
    return noClasses()
        .that(describe("are no tools", type -> !outermost(type).getSimpleName().endsWith(TOOL)))
        .should()
        .accessTargetWhere(
            describe(
                "say what a tool is",
                access ->
                    access.getTarget().getName().equals("named")
                        && is(SPEC, at.of(DOMAIN), access.getTargetOwner())));
  }

  static ArchRule theGateShowsOnlyItsFront(Layout at) {
    return classes()
        .that()
        .resideInAPackage(at.of(GATE))
        .and()
        .areTopLevelClasses()
        .and(describe("are not its front", type -> !FRONT.contains(type.getSimpleName())))
        .should()
        .notBePublic();
  }

  private static boolean runsATool(Layout at, JavaAccess<?> access) {
    return RUNS.contains(access.getTarget().getName())
        // the compiler's own, from a method's erasure to the method itself
        && !access.getOrigin().getModifiers().contains(JavaModifier.BRIDGE)
        && Stream.concat(
                Stream.of(access.getTargetOwner()),
                access.getTargetOwner().getAllRawInterfaces().stream())
            .anyMatch(type -> is(TOOL, at.of(TOOL_PARTS), type));
  }

  private static boolean is(String name, String region, JavaClass type) {
    return type.getSimpleName().equals(name) && resideInAPackage(region).test(type);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(GateLaws::outermost).orElse(type);
  }
}
