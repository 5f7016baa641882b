package dev.sallyport.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Locale;

/// The laws of this code base, each with what to do instead of breaking it.
///
/// Each is tried twice: on what ships, which must keep it, and on the package of its name under
/// `offences`, which was made to break it.
enum Law {
  // who may know whom
  EVERY_CLASS_HAS_A_HOME(
      "what lives in no room belongs to nobody: move it to the room it serves, as"
          + " `docs/architecture.md` lists them"),
  DOMAIN_IS_PLAIN_JAVA(
      "rules have to outlive frameworks: hand the domain plain values, and keep annotations and"
          + " libraries in adapters"),
  APPLICATION_KNOWS_ONLY_THE_DOMAIN(
      "use cases have to run without any framework: put what needs a library behind an outbound"
          + " port"),
  INBOUND_PORTS_DO_NOT_SEE_OUTBOUND_PORTS(
      "what doors may ask must not tell how it is stored: speak in values of the domain"),
  INBOUND_ADAPTERS_DRIVE_ONLY_INBOUND_PORTS(
      "a door that reaches a store or a room goes past the gate: ask an inbound port, and add one"
          + " if none fits"),
  OUTBOUND_ADAPTERS_SERVE_ONLY_OUTBOUND_PORTS(
      "a room or store that calls back in would skip the gate: answer the use case, and let it"
          + " decide what comes next"),
  ADAPTERS_NEVER_SEE_EACH_OTHER(
      "an adapter must be removable on its own: meet through a port, or move shared technique to"
          + " `adapters.kit`"),
  KIT_KNOWS_NOTHING_OF_SALLYPORT(
      "every adapter leans on the kit: pass it plain values, and leave what knows our words to the"
          + " adapter"),
  NOBODY_KNOWS_BOOTSTRAP(
      "wiring knows everyone, so whoever knows the wiring knows everyone too: take what you need by"
          + " constructor"),
  ONLY_BOOTSTRAP_MAKES_USE_CASES(
      "a second instance has a second memory: take the inbound port by constructor and let"
          + " bootstrap make the service"),
  NO_PACKAGE_CYCLES(
      "a tangle can only be taken apart as a whole: move what both need into a third package"),

  // ports and use cases
  PORTS_ARE_INTERFACES(
      "a port is a promise and holds no code: make it an interface, with its records nested"),
  PORTS_ANSWER_MORE_THAN_YES_OR_NO(
      "`false` does not say why: answer with a sealed outcome, or with an `Optional` of what was"
          + " found"),
  PORTS_DECLARE_NO_EXCEPTIONS(
      "what is foreseen is an outcome and what is not is unchecked: return a case, or throw"
          + " `Unavailable` without declaring it"),
  USE_CASES_ARE_NAMED_SERVICE(
      "a port has to lead to its use case by name: call it after the inbound port it implements,"
          + " with `Service` at the end"),
  USE_CASES_REMEMBER_SAFELY(
      "a use case serves many threads at once: make its fields final, or volatile where an answer"
          + " is kept"),
  OUTBOUND_PORTS_HAVE_A_CONTRACT_AND_A_FAKE(
      "a port means what its contract tests: write `<Port>Contract` beside it and a fake whose name"
          + " ends with the port's, both in application's test tree"),
  IMPLEMENTATIONS_HONOUR_THE_CONTRACT(
      Subjects.TESTS_TOO,
      "an implementation nobody held to the contract is a guess: write `<Implementation>Test` that"
          + " extends the port's contract"),

  // values and names
  VALUES_ARE_IMMUTABLE(
      "values are shared between threads and decisions: make fields final, and return a new value"
          + " instead of changing one"),
  RECORDS_COPY_WHAT_THEY_HOLD(
      "whoever passed a list can still change it: copy each collection and array in the compact"
          + " constructor, `copyOf` or `clone`"),
  NO_NAKED_SECRETS(
      "a `String` ends up in logs and messages: hold a `Secret`, or hold the hash and say so in the"
          + " name"),
  OPTIONALS_ARE_ANSWERS(
      "an absent `Optional` is a third state: take `@Nullable` or a second method, and keep"
          + " `Optional` for results and record components"),
  OUR_EXCEPTIONS_ARE_UNCHECKED(
      "what callers should handle is an outcome: return a case of a sealed type, and throw"
          + " unchecked for bugs and outages"),
  NO_IMPL_NO_MANAGER_NO_UTIL(
      Subjects.TESTS_TOO,
      "such a name says nothing: name it by what it does, an adapter by its technology and port"),
  EVERY_PACKAGE_IS_NULL_MARKED(
      Subjects.TESTS_TOO,
      "null is only checked where it is marked: add a `package-info.java` with one sentence and"
          + " `@NullMarked`"),

  // where means come from
  THE_INSIDE_DOES_NO_IO(
      "the inside must be testable without a world: put files, sockets and databases behind an"
          + " outbound port"),
  THE_INSIDE_DOES_NOT_LOG(
      "what happened is an outcome, and doors tell it: return it, or report it through a port"),
  TIME_COMES_FROM_A_CLOCK(
      "a test cannot wait for tomorrow: take a `java.time.InstantSource` by constructor"),
  RANDOMNESS_COMES_FROM_A_PORT(
      "a test cannot foresee dice, nor can a review find weak ones: ask the port `Randomness`"),
  SETTINGS_COME_FROM_BOOTSTRAP(
      "a setting read on the side is neither checked at start nor listed by `settings`: let"
          + " bootstrap read it and take it by constructor"),
  NO_OLD_DATES(
      "`java.util.Date` can be changed and has no zone: use `java.time`, and `setObject` with an"
          + " `OffsetDateTime` in SQL"),
  NO_STANDARD_STREAMS(
      "what is printed past the log is neither redacted nor found: log in an adapter; a command"
          + " prints to the writer of its command line"),
  NO_FIELD_INJECTION(
      "a class has to say what it needs and be made without a container: inject by constructor"),
  SQL_STAYS_IN_JDBC(
      "tables have one reader: move the statement to a package named `jdbc`, behind an outbound"
          + " port"),
  NO_REACTIVE_TYPES_IN_OUR_SIGNATURES(
      "a virtual thread may wait and one that waits can be read: return the value itself, and join"
          + " a library's future where it is made"),
  REACTIVE_CODE_STAYS_IN_KIT_HTTP(
      "one bridge to publishers can be tested through and through: write to a blocking stream and"
          + " let `kit.http` publish it"),

  // whose data it is
  ONLY_AUTHENTICATION_MAKES_TENANT_SCOPES(
      "the scope is the proof that somebody may see an organization: take it from the use case"
          + " that authenticated them, `Authenticate…`, and pass it on"),
  STORES_ASK_FOR_A_TENANT_SCOPE(
      "a query that is not told whose rows it may see will one day see another's: take a"
          + " `TenantScope` first, or name the port in the law with the reason why it needs none"),

  // the one way to a backend
  ONLY_THE_GATE_RUNS_TOOLS(
      "a second way to a tool is a way without a policy: call `CallTool`, and leave footprint, act"
          + " and findSent to `application.gate`"),
  TOOLS_ARE_DEFINED_ONCE(
      "what a page, a model and the policy read of a tool has to be the same: say it in the class of"
          + " the tool, whose name ends with `Tool`, and read it from there"),
  THE_GATE_SHOWS_ONLY_ITS_FRONT(
      "whoever holds a part of the gate can go past the rest: make it package-private, and ask"
          + " `CallTool`, `ListTools` or `SettleClaims`"),

  // what is visible
  ADAPTERS_KEEP_TO_THEMSELVES(
      "what is public will be used: make it package-private; only `adapters.kit`,"
          + " `adapters.in.pages.view` and `adapters.in.mcp` are for others"),

  // tests
  NOBODY_SLEEPS(
      Subjects.TESTS_TOO,
      "a pause is too long or too short: wait for the condition, and in tests move the clock"),
  TESTS_ARE_NAMED_SO_THAT_THEY_RUN(
      Subjects.TESTS_TOO,
      "a test that never runs never fails: let the class end in `Test` and mark an inner one"
          + " `@Nested`; an abstract one is a `…Contract`"),
  WHAT_LOOKS_LIKE_A_TEST_IS_ONE(
      Subjects.TESTS_TOO,
      "a forgotten `@Test` looks like a green one: annotate it, or make a helper private"),
  TESTS_READ_AS_SENTENCES(
      Subjects.TESTS_TOO,
      "a report is read by people: annotate the class with"
          + " `@DisplayNameGeneration(ReplaceUnderscores.class)`");

  private final Subjects subjects;
  private final String reason;

  Law(String reason) {
    this(Subjects.WHAT_SHIPS, reason);
  }

  Law(Subjects subjects, String reason) {
    this.subjects = subjects;
    this.reason = reason;
  }

  /// Why it is a law, and what to do instead.
  String reason() {
    return reason;
  }

  /// Fails with one line for each offence found in the scene.
  void check(Scene scene) {
    ruleIn(scene).check(subjectsIn(scene));
  }

  /// Each offence found in the scene, told as [#check] would.
  List<String> offencesIn(Scene scene) {
    return ruleIn(scene).evaluate(subjectsIn(scene)).getFailureReport().getDetails();
  }

  private JavaClasses subjectsIn(Scene scene) {
    return switch (subjects) {
      case WHAT_SHIPS -> scene.shipped();
      case TESTS_TOO -> scene.all();
    };
  }

  private ArchRule ruleIn(Scene scene) {
    return bareRuleIn(scene).as(sentence()).because(reason);
  }

  private String sentence() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  // a table, and therefore as long as the list of laws
  private ArchRule bareRuleIn(Scene scene) {
    Layout at = scene.at();
    return switch (this) {
      case EVERY_CLASS_HAS_A_HOME -> RingLaws.everyClassHasAHome(at);
      case DOMAIN_IS_PLAIN_JAVA -> RingLaws.domainIsPlainJava(at);
      case APPLICATION_KNOWS_ONLY_THE_DOMAIN -> RingLaws.applicationKnowsOnlyTheDomain(at);
      case INBOUND_PORTS_DO_NOT_SEE_OUTBOUND_PORTS -> RingLaws.inboundPortsSeeNoStores(at);
      case INBOUND_ADAPTERS_DRIVE_ONLY_INBOUND_PORTS -> RingLaws.doorsDriveInboundPorts(at);
      case OUTBOUND_ADAPTERS_SERVE_ONLY_OUTBOUND_PORTS -> RingLaws.roomsNeverCallBack(at);
      case ADAPTERS_NEVER_SEE_EACH_OTHER -> RingLaws.adaptersNeverSeeEachOther(at);
      case KIT_KNOWS_NOTHING_OF_SALLYPORT -> RingLaws.kitKnowsOnlyKit(at);
      case NOBODY_KNOWS_BOOTSTRAP -> RingLaws.nobodyKnowsBootstrap(at);
      case ONLY_BOOTSTRAP_MAKES_USE_CASES -> RingLaws.onlyBootstrapMakesUseCases(at);
      case NO_PACKAGE_CYCLES -> RingLaws.noPackageCycles(at);

      case PORTS_ARE_INTERFACES -> PortLaws.portsAreInterfaces(at);
      case PORTS_ANSWER_MORE_THAN_YES_OR_NO -> PortLaws.portsAnswerMoreThanYesOrNo(at);
      case PORTS_DECLARE_NO_EXCEPTIONS -> PortLaws.portsDeclareNoExceptions(at);
      case USE_CASES_ARE_NAMED_SERVICE -> PortLaws.useCasesAreNamedService(at);
      case USE_CASES_REMEMBER_SAFELY -> PortLaws.useCasesRememberSafely(at);
      case OUTBOUND_PORTS_HAVE_A_CONTRACT_AND_A_FAKE -> ContractLaws.portsAreProven(scene);
      case IMPLEMENTATIONS_HONOUR_THE_CONTRACT -> ContractLaws.implementationsAreProven(scene);

      case VALUES_ARE_IMMUTABLE -> ValueLaws.valuesAreImmutable(at);
      case RECORDS_COPY_WHAT_THEY_HOLD -> ValueLaws.recordsCopyWhatTheyHold();
      case NO_NAKED_SECRETS -> ValueLaws.noNakedSecrets();
      case OPTIONALS_ARE_ANSWERS -> ValueLaws.optionalsAreAnswers();
      case OUR_EXCEPTIONS_ARE_UNCHECKED -> ValueLaws.ourExceptionsAreUnchecked();
      case NO_IMPL_NO_MANAGER_NO_UTIL -> ValueLaws.noEmptyNames();
      case EVERY_PACKAGE_IS_NULL_MARKED -> ValueLaws.everyPackageIsNullMarked();

      case THE_INSIDE_DOES_NO_IO -> MeansLaws.theInsideDoesNoIo(at);
      case THE_INSIDE_DOES_NOT_LOG -> MeansLaws.theInsideDoesNotLog(at);
      case TIME_COMES_FROM_A_CLOCK -> MeansLaws.timeComesFromAClock(at);
      case RANDOMNESS_COMES_FROM_A_PORT -> MeansLaws.randomnessComesFromAPort(at);
      case SETTINGS_COME_FROM_BOOTSTRAP -> MeansLaws.settingsComeFromBootstrap(at);
      case NO_OLD_DATES -> MeansLaws.noOldDates();
      case NO_STANDARD_STREAMS -> MeansLaws.noStandardStreams();
      case NO_FIELD_INJECTION -> MeansLaws.noFieldInjection();
      case SQL_STAYS_IN_JDBC -> MeansLaws.sqlStaysInJdbc(at);
      case NO_REACTIVE_TYPES_IN_OUR_SIGNATURES -> ReactiveLaws.noneInOurSignatures(at);
      case REACTIVE_CODE_STAYS_IN_KIT_HTTP -> ReactiveLaws.onlyInKitHttp(at);

      case ONLY_AUTHENTICATION_MAKES_TENANT_SCOPES -> TenancyLaws.onlyAuthenticatorsMakeScopes(at);
      case STORES_ASK_FOR_A_TENANT_SCOPE -> TenancyLaws.storesAskForAScope(at);

      case ONLY_THE_GATE_RUNS_TOOLS -> GateLaws.onlyTheGateRunsTools(at);
      case TOOLS_ARE_DEFINED_ONCE -> GateLaws.toolsAreDefinedOnce(at);
      case THE_GATE_SHOWS_ONLY_ITS_FRONT -> GateLaws.theGateShowsOnlyItsFront(at);

      case ADAPTERS_KEEP_TO_THEMSELVES -> RingLaws.adaptersKeepToThemselves(at);

      case NOBODY_SLEEPS -> TestLaws.nobodySleeps();
      case TESTS_ARE_NAMED_SO_THAT_THEY_RUN -> TestLaws.testsAreNamedSoThatTheyRun();
      case WHAT_LOOKS_LIKE_A_TEST_IS_ONE -> TestLaws.whatLooksLikeATestIsOne();
      case TESTS_READ_AS_SENTENCES -> TestLaws.testsReadAsSentences();
    };
  }

  private enum Subjects {
    WHAT_SHIPS,
    TESTS_TOO
  }
}
