package dev.sallyport.adapters.out.jdbc;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.in.Authenticate.Proof;
import dev.sallyport.application.port.in.CallTool;
import dev.sallyport.application.port.in.CreateKey;
import dev.sallyport.application.port.in.CreateKey.Result.Created;
import dev.sallyport.application.port.in.ErasePerson;
import dev.sallyport.application.port.in.ExportPerson;
import dev.sallyport.application.port.in.RevokeKey;
import dev.sallyport.application.port.in.SealLedger;
import dev.sallyport.domain.id.PersonId;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.platform.commons.support.ReflectionSupport;

/// Tenant isolation as one statement over every use case that a caller of an organization may ask:
/// with names from another organization it answers as with names of nothing, asks the backend no
/// more than then, and changes nothing there.
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
abstract class UseCaseIsolationContract {
  /// Use cases that no caller of an organization asks, and why not.
  private static final Map<String, String> OF_NO_CALLER =
      Map.ofEntries(
          entry("Authenticate.holds(Secret)", "it finds out who calls; tried below"),
          entry("Authenticate.prove(Secret)", "it finds out who calls; tried below"),
          entry("Authenticate.remembered(Secret)", "it finds out who calls; tried below"),
          entry("AwaitReply.forget(String)", "of a name that nobody can guess"),
          entry("FollowCatalogue.close()", "of the instance"),
          entry("KeepSession.end(String)", "of a name that nobody can guess"),
          entry("ListTools.all()", "of the instance"),
          entry("CreateKey.create(Wish)", "the operator's, for a person by their address"),
          entry("ListKeys.list(Consumer)", "the operator's; of all organizations"),
          entry("ListScopes.all()", "of the instance"),
          entry("ListScopes.backends()", "of the instance"),
          entry("CountKnocks.count(String)", "of an address, before anybody is known"),
          entry("CountKnocks.forgive(String)", "of an address, before anybody is known"),
          entry("NoteUses.note()", "a job of the instance"),
          entry("RevokeKey.revoke(ApiKeyId)", "the operator's; tried below"),
          entry("ExportPerson.export(PersonId, Consumer)", "the operator's; tried below"),
          entry("ErasePerson.erase(PersonId)", "the operator's; tried below"),
          entry("ListPeople.list(Consumer)", "the operator's; people belong to no organization"),
          entry("ReadLedger.verify(List, LongConsumer)", "the operator's; one chain for all"),
          entry("ReadLedger.export(Consumer)", "the operator's; one chain for all"),
          entry("ReadLedger.find(EntryId)", "the operator's; one chain for all"),
          entry("ReadLedger.latest(int)", "the operator's; one chain for all"),
          entry("RotateKeys.rotate(Set, Progress)", "the operator's; keys are the installation's"),
          entry("RotateKeys.rewrap(Progress)", "the operator's; keys are the installation's"),
          entry("CheckKeys.check()", "the operator's; keys are the installation's"),
          entry("ReconcileUsage.differences(LocalDate, LocalDate)", "the operator's report"),
          entry("CheckReadiness.check()", "of the instance"),
          entry("DescribeInstance.describe()", "of the instance"),
          entry("SealLedger.seal()", "a job of the instance; one chain for all"),
          entry("SealLedger.handOver()", "a job of the instance; one chain for all"),
          entry("SettleClaims.lookForRecent()", "a job of the instance, for each caller by itself"),
          entry("SettleClaims.recover()", "a job of the instance"),
          entry("SweepReservations.sweep()", "a job of the instance"));

  /// Use cases that a caller asks and that name no row of anybody's, and where they are tried.
  private static final Map<String, String> TRIED_ELSEWHERE =
      Map.ofEntries(
          entry("UseSource.start(Wanted, Command, Consumer)", "a call as CallTool's; SourcesTest"),
          entry("ListSources.sources(Caller)", "SourcesTest"),
          entry("ViewLimits.standings(Caller)", "LimitsTest"),
          entry("KeepPace.pause(Caller)", "KeepPaceServiceTest"),
          entry("KeepPace.count(Caller)", "KeepPaceServiceTest"),
          entry("KeepPace.toldToWait(Caller)", "KeepPaceServiceTest"),
          entry("ViewLimits.learn(Caller)", "LimitsTest"),
          entry("SealState.seal(Caller, String, String, Duration)", "SealStateServiceTest"),
          entry("SealState.open(Caller, String, String)", "SealStateServiceTest"),
          entry("AwaitReply.expect(Caller, Instant, Listener)", "AwaitReplyServiceTest"),
          entry("AwaitReply.reply(Caller, String, String)", "AwaitReplyServiceTest"),
          entry("KeepSession.open(Caller, Instant, Listener)", "KeepSessionServiceTest"),
          entry("KeepSession.deliver(Caller, String, String)", "KeepSessionServiceTest"),
          entry("KeepSession.leave(Caller, String, String)", "KeepSessionServiceTest"),
          entry("FollowCatalogue.follow(Caller, Instant, Follower)", "FollowCatalogueServiceTest"));

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32,}");

  /// A house that nobody lives in yet.
  abstract WholeHouse house();

  @Test
  void every_use_case_is_tried_or_has_a_reason_not_to_be() {
    assertThat(
            Stream.concat(
                ForeignAsking.ALL.stream().map(ForeignAsking::useCase).distinct(),
                Stream.concat(OF_NO_CALLER.keySet().stream(), TRIED_ELSEWHERE.keySet().stream())))
        .containsExactlyInAnyOrderElementsOf(
            useCases().map(UseCaseIsolationContract::name).toList());
  }

  @Test
  void whatever_takes_a_caller_is_tried() {
    assertThat(
            useCases()
                .filter(method -> Stream.of(method.getParameterTypes()).anyMatch(this::hasCaller))
                .map(UseCaseIsolationContract::name))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(OF_NO_CALLER.keySet());
  }

  @Test
  void names_of_another_organization_are_names_of_nothing() {
    assertThat(offences(Theirs.SOMEBODY_ELSES)).isEmpty();
  }

  @Test
  void so_are_those_that_the_same_person_has_there() {
    assertThat(offences(Theirs.THE_SAME_PERSONS)).isEmpty();
  }

  // else a try that is always refused would pass for isolation
  @Test
  void the_same_names_at_home_are_answered_otherwise() {
    assertThat(ForeignAsking.ALL.stream().filter(this::isBlind)).isEmpty();
  }

  @Test
  void a_key_proves_its_own_organization_alone_until_it_is_revoked() {
    Resident they = Resident.in(house(), Resident.somebody());
    Resident it = Resident.in(house(), Resident.somebody());
    Created key = (Created) house().get(CreateKey.class).create(it.wish());
    List<String> before = house().rows(they.scope());
    Authenticate authenticate = house().get(Authenticate.class);

    assertThat(authenticate.prove(key.text()))
        .isInstanceOfSatisfying(
            Proof.Proven.class,
            proof ->
                assertThat(proof.caller().scope().organization())
                    .isEqualTo(key.key().organization()));
    house().get(RevokeKey.class).revoke(key.key().id());
    assertThat(authenticate.prove(key.text())).isEqualTo(new Proof.Revoked());
    assertThat(house().rows(they.scope())).isEqualTo(before);
  }

  @Test
  void what_a_person_is_shown_of_themselves_names_nothing_of_another_organization() {
    Resident they = Resident.in(house(), Resident.somebody());
    Resident it = Resident.in(house(), Resident.somebody());
    house().rows(it.scope());
    List<String> shown = new ArrayList<>();

    ExportPerson export = house().get(ExportPerson.class);
    assertThat(export.export(it.person(), piece -> shown.add(Told.of(piece))))
        .isEqualTo(new ExportPerson.Outcome.Exported(0));
    assertThat(shown).anyMatch(piece -> piece.contains(it.words()));
    assertThat(shown).noneMatch(piece -> they.names().stream().anyMatch(piece::contains));
  }

  @Test
  void to_erase_a_person_changes_nothing_in_an_organization_they_were_not_of() {
    Resident they = Resident.in(house(), Resident.somebody());
    Resident it = Resident.in(house(), Resident.somebody());
    house().rows(they.scope());
    house().get(SealLedger.class).seal();
    List<String> before = house().rows(they.scope());

    ErasePerson erase = house().get(ErasePerson.class);
    assertThat(erase.erase(it.person())).isInstanceOf(ErasePerson.Outcome.Erased.class);
    assertThat(erase.erase(Resident.somebody())).isEqualTo(new ErasePerson.Outcome.NotThere());
    assertThat(house().rows(they.scope())).isEqualTo(before);
  }

  /// Every try that tells of another organization or changes it.
  final List<String> offences(Theirs whose) {
    return ForeignAsking.ALL.stream().flatMap(asking -> offences(asking, whose)).toList();
  }

  private Stream<String> offences(ForeignAsking asking, Theirs whose) {
    Resident it = Resident.in(house(), Resident.somebody());
    Resident they = Resident.in(house(), whose.beside(it.person()));
    Resident twin = Resident.in(house(), Resident.somebody());
    Resident nobody = Resident.nowhere(whose.beside(twin.person()));
    house().quietPeriodPasses();
    // so that all there is to remember of them is remembered
    house().call(they.caller(), WholeHouse.READ, Resident.LOBBY, they.words(), "");
    List<String> rows = house().rows(they.scope());
    assertThat(rows).as("rows of the other organization").hasSizeGreaterThan(10);

    String unknown = told(asking, twin, nobody, rows);
    String foreign = told(asking, it, they, rows);
    return Stream.of(
            foreign.equals(unknown) ? "" : " answers %s instead of %s".formatted(foreign, unknown),
            house().rows(they.scope()).equals(rows) ? "" : " changes something of theirs")
        .filter(offence -> !offence.isEmpty())
        .map(offence -> asking + offence);
  }

  private boolean isBlind(ForeignAsking asking) {
    Resident it = Resident.in(house(), Resident.somebody());
    Resident twin = Resident.in(house(), Resident.somebody());
    house().quietPeriodPasses();
    return leveled(told(asking, it, it, List.of()))
        .equals(leveled(told(asking, twin, Resident.nowhere(Resident.somebody()), List.of())));
  }

  private static String leveled(String told) {
    return told.replace("(theirs)", "(ours)");
  }

  /// All that is answered and asked of the backend, without what has to differ: whose names they
  /// are is told, and of other ids whether they are among these rows.
  private String told(ForeignAsking asking, Resident it, Resident they, List<String> rows) {
    String known = String.join("\n", rows);
    String named = it.masked(they.masked(heard(asking, it, they), "(theirs)"), "(ours)");
    return ID.matcher(named)
        .replaceAll(id -> known.contains(id.group()) ? "(an id of theirs)" : "(an id)");
  }

  private String heard(ForeignAsking asking, Resident it, Resident they) {
    try {
      return Told.of(house().hear(() -> asking.made().by(house(), it, they)));
    } catch (RuntimeException refusal) {
      return refusal.toString();
    }
  }

  private boolean hasCaller(Class<?> type) {
    return type == Caller.class
        || (type.isRecord()
            && Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .anyMatch(Caller.class::equals));
  }

  private static Stream<Method> useCases() {
    return ReflectionSupport.findAllClassesInPackage(
            CallTool.class.getPackageName(),
            type -> type.isInterface() && type.getEnclosingClass() == null,
            _ -> true)
        .stream()
        .flatMap(port -> Stream.of(port.getDeclaredMethods()))
        .filter(method -> !method.isSynthetic());
  }

  private static String name(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(
            Collectors.joining(
                ", ",
                method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(",
                ")"));
  }

  /// Who it is that left something in the other organization.
  enum Theirs {
    SOMEBODY_ELSES,
    THE_SAME_PERSONS;

    private PersonId beside(PersonId person) {
      return switch (this) {
        case SOMEBODY_ELSES -> Resident.somebody();
        case THE_SAME_PERSONS -> person;
      };
    }
  }
}
