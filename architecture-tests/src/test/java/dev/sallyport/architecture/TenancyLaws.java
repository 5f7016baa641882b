package dev.sallyport.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.sallyport.architecture.Region.BOOTSTRAP;
import static dev.sallyport.architecture.Region.GATE;
import static dev.sallyport.architecture.Region.OUTBOUND_PORTS;
import static dev.sallyport.architecture.Region.TENANCY;
import static dev.sallyport.architecture.Region.USE_CASES;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// Whose data it is: who may say so, and who has to ask.
final class TenancyLaws {
  private static final String SCOPE = "TenantScope";

  /// Use cases whose names begin so authenticate somebody before they do anything else.
  private static final String AUTHENTICATORS = "Authenticate";

  /// Ends what dead instances left, of whichever organization it is.
  private static final String RECOVERY = "Recovery";

  private static final String COMMANDS = "Command";

  /// What an operator asks, who is nobody's member: for a person, or for a key, in whichever
  /// organization knows them.
  private static final Set<String> FOR_THE_OPERATOR =
      Set.of(
          "CreateKeyService",
          "ErasePersonService",
          "ExportPersonService",
          "ListKeysService",
          "RevokeKeyService");

  /// Ports that hold nothing of any organization, or are asked before there is one.
  private static final Set<String> UNSCOPED_PORTS =
      Set.of(
          "Alarms",
          "Arguments",
          "Backend",
          "Changes",
          "Dependency",
          "Installations",
          "KeyChecks",
          "KeyRing",
          "Leases",
          "Limiter",
          "MeterUpkeep",
          "Nodes",
          "People",
          "Peppers",
          "PersonKeys",
          "Plans",
          "Policies",
          "PolicyReader",
          "Randomness",
          "ReadEntries",
          "ResultCache",
          "Seals",
          "Signer",
          "Vault");

  /// Single methods, asked before there is a scope or by the house for all organizations.
  private static final Set<String> UNSCOPED_METHODS =
      Set.of(
          "ApiKeys.findByHash",
          "ApiKeys.organizations",
          "ApiKeys.used",
          "ApiKeys.whereabouts",
          "Approvals.forgetExpired",
          "Claims.stranded",
          "Ledger.appendAll",
          "Ledger.forget",
          "Mailbox.forgetExpired",
          "Memberships.of",
          "Traces.everywhere",
          "Traces.organizations");

  private TenancyLaws() {}

  static ArchRule onlyAuthenticatorsMakeScopes(Layout at) {
    return noClasses()
        .that(describe("do not authenticate", type -> !mayMakeScopes(at, outermost(type))))
        .should()
        .accessTargetWhere(describe("make a tenant scope", access -> makesAScope(at, access)));
  }

  static ArchRule storesAskForAScope(Layout at) {
    return methods()
        .that()
        .areDeclaredInClassesThat(areScopedPorts(at))
        .should(
            Conditions.of(
                "ask for a tenant scope", (JavaMethod method) -> asksForAScope(at, method)));
  }

  private static boolean mayMakeScopes(Layout at, JavaClass type) {
    return resideInAPackage(at.of(TENANCY)).test(type)
        || (resideInAPackage(at.of(USE_CASES)).test(type)
            && (type.getSimpleName().startsWith(AUTHENTICATORS)
                || FOR_THE_OPERATOR.contains(type.getSimpleName())))
        || (resideInAPackage(at.of(GATE)).test(type) && type.getSimpleName().equals(RECOVERY))
        || (resideInAPackage(at.of(BOOTSTRAP)).test(type)
            && type.getSimpleName().endsWith(COMMANDS));
  }

  private static boolean makesAScope(Layout at, JavaAccess<?> access) {
    return access.getTarget().getName().equals("<init>") && isScope(at, access.getTargetOwner());
  }

  private static DescribedPredicate<JavaClass> areScopedPorts(Layout at) {
    return resideInAPackage(at.of(OUTBOUND_PORTS))
        .and(INTERFACES)
        .and(describe("stand alone", JavaClass::isTopLevelClass))
        .and(describe("are scoped", port -> !UNSCOPED_PORTS.contains(port.getSimpleName())));
  }

  private static boolean asksForAScope(Layout at, JavaMethod method) {
    return method.getRawParameterTypes().stream().anyMatch(type -> isScope(at, type))
        || UNSCOPED_METHODS.contains(method.getOwner().getSimpleName() + "." + method.getName());
  }

  private static boolean isScope(Layout at, JavaClass type) {
    return type.getSimpleName().equals(SCOPE) && resideInAPackage(at.of(TENANCY)).test(type);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(TenancyLaws::outermost).orElse(type);
  }
}
