package dev.sallyport.application.usecase;

import static dev.sallyport.application.sample.AGrant.aGrant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.fake.CountingRandomness;
import dev.sallyport.application.fake.InMemoryChanges;
import dev.sallyport.application.fake.InMemoryGrants;
import dev.sallyport.application.fake.InMemoryLeases;
import dev.sallyport.application.fake.InMemoryLedger;
import dev.sallyport.application.fake.InMemoryMemberships;
import dev.sallyport.application.fake.InMemoryOrganizations;
import dev.sallyport.application.fake.InMemoryPeople;
import dev.sallyport.application.fake.InMemoryPersonKeys;
import dev.sallyport.application.fake.InMemorySeals;
import dev.sallyport.application.fake.InMemorySigner;
import dev.sallyport.application.fake.InMemoryTraces;
import dev.sallyport.application.fake.InMemoryUnitOfWork;
import dev.sallyport.application.fake.InMemoryVault;
import dev.sallyport.application.fake.SettableClock;
import dev.sallyport.application.person.Departure;
import dev.sallyport.application.port.in.ErasePerson;
import dev.sallyport.application.port.in.ErasePerson.Outcome;
import dev.sallyport.application.port.in.ErasePerson.Outcome.OwnerNeeded;
import dev.sallyport.application.port.in.ErasePerson.Receipt;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.PersonKeys.Holding;
import dev.sallyport.application.port.out.Traces.Trace;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.health.Readiness;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.instance.Installation;
import dev.sallyport.domain.instance.InstallationId;
import dev.sallyport.domain.instance.Instance;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.Slug;
import dev.sallyport.domain.tenancy.TaintPolicy;
import dev.sallyport.domain.tenancy.Tenancy;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayName("Erasing a person")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasePersonServiceTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final PlanId PLAN = new PlanId("free");

  private final SettableClock clock = new SettableClock(NOW);
  private final InMemoryPeople people = new InMemoryPeople();
  private final InMemoryOrganizations organizations = new InMemoryOrganizations();
  private final InMemoryMemberships memberships = new InMemoryMemberships();
  private final InMemoryGrants grants = new InMemoryGrants();
  private final InMemoryTraces traces = new InMemoryTraces();
  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryChanges changes = new InMemoryChanges();
  private final InMemoryPersonKeys keys = new InMemoryPersonKeys(new InMemoryVault());
  private final InMemoryLeases leases = new InMemoryLeases(clock);
  private final InMemorySeals seals = new InMemorySeals(ledger, leases);
  private final ErasePerson erasing = erasing(changes);
  private final PersonId anna = Fresh.person();
  private final PersonId ben = Fresh.person();
  private final TenantScope home = Fresh.scope();
  private final TenantScope team = Fresh.scope();
  private final Grant grant = aGrant().in(team).by(anna).grant();

  @BeforeEach
  void welcome() {
    Tenancy.Welcome welcome =
        Tenancy.welcome(
            anna,
            home.organization(),
            new EmailAddress("anna@example.com"),
            Locale.ENGLISH,
            PLAN,
            NOW);
    people.add(welcome.person());
    organizations.add(home, welcome.organization());
    memberships.add(home, welcome.membership());
    people.add(
        new Person(
            ben,
            Optional.of(new EmailAddress("ben@example.com")),
            Locale.ENGLISH,
            Person.Standing.ACTIVE,
            NOW));
    organizations.add(team, team());
    memberships.add(team, new Membership(team.organization(), ben, Role.OWNER));
    memberships.add(team, new Membership(team.organization(), anna, Role.MEMBER));
    grants.give(team, grant);
    traces.leave(home, anna, new Trace("claims", Map.of(), List.of()));
    traces.leave(team, anna, new Trace("claims", Map.of(), List.of()));
    keys.keyOf(anna);
  }

  @Test
  void leaves_nothing_but_that_there_was_somebody() {
    erased();

    assertThat(people.find(anna))
        .contains(new Person(anna, Optional.empty(), Locale.ROOT, Person.Standing.ERASED, NOW));
    assertThat(keys.keyOf(anna)).isEqualTo(new Holding.Destroyed());
    assertThat(memberships.find(team, anna)).isEmpty();
    assertThat(traces.organizations(anna)).isEmpty();
    assertThat(grants.find(team, grant.id()).orElseThrow().revokedAt()).contains(NOW);
  }

  @Test
  void closes_an_organization_of_nobody_else_and_no_other() {
    erased();

    assertThat(organizations.find(home).orElseThrow().standing())
        .isEqualTo(Organization.Standing.CLOSED);
    assertThat(organizations.find(team).orElseThrow().standing())
        .isEqualTo(Organization.Standing.ACTIVE);
  }

  @Test
  void leaves_one_sealed_entry_in_each_organization() {
    Receipt receipt = erased();

    assertThat(receipt.entries())
        .extracting(it -> it.entry().organization())
        .containsExactlyInAnyOrder(home.organization(), team.organization());
    assertThat(receipt.entries()).allMatch(it -> it.sequence().isPresent());
    assertThat(receipt.entries()).allMatch(it -> it.entry().kind() == Kind.ERASED);
    assertThat(receipt.entries())
        .extracting(it -> it.entry().facts().of(Fact.AMOUNTS).orElseThrow())
        .containsOnly("claims=1");
    assertThat(receipt.head()).isPresent();
  }

  @Test
  void is_refused_while_others_would_be_left_without_an_owner() {
    memberships.changeRole(team, anna, Role.OWNER);
    memberships.changeRole(team, ben, Role.MEMBER);

    assertThat(erasing.erase(anna))
        .isEqualTo(new Outcome.OwnerNeeded(team(), List.of(people.find(ben).orElseThrow())));
    assertThat(people.find(anna).orElseThrow().standing()).isEqualTo(Person.Standing.ACTIVE);
    assertThat(keys.keyOf(anna)).isInstanceOf(Holding.Present.class);
  }

  @Test
  void leaves_an_owner_as_they_were_whose_fellow_owner_goes_at_the_same_time() {
    traces.remove(home, anna);

    assertThat(refusedByTheTeam().erase(anna)).isInstanceOf(Outcome.OwnerNeeded.class);
    assertThat(people.find(anna).orElseThrow().standing()).isEqualTo(Person.Standing.ACTIVE);
    assertThat(grants.find(team, grant.id()).orElseThrow().revokedAt()).isEmpty();
  }

  @Test
  void leaves_whoever_was_suspended_before_suspended() {
    traces.remove(home, anna);
    people.suspend(anna);

    assertThat(refusedByTheTeam().erase(anna)).isInstanceOf(Outcome.OwnerNeeded.class);
    assertThat(people.find(anna).orElseThrow().standing()).isEqualTo(Person.Standing.SUSPENDED);
  }

  @Test
  void has_begun_once_one_organization_was_left_and_the_person_stays_stopped() {
    var begun = new Outcome.Begun(new OwnerNeeded(team(), List.of(people.find(ben).orElseThrow())));

    assertThat(refusedByTheTeam().erase(anna)).isEqualTo(begun);
    assertThat(people.find(anna).orElseThrow().standing()).isEqualTo(Person.Standing.SUSPENDED);
    assertThat(erasing.erase(anna)).isEqualTo(begun);
  }

  @Test
  void leaves_also_an_organization_that_they_came_to_just_before_they_were_stopped() {
    TenantScope late = Fresh.scope();
    ErasePerson racing =
        erasing(
            meanwhile(() -> traces.leave(late, anna, new Trace("claims", Map.of(), List.of()))));

    assertThat(racing.erase(anna)).isInstanceOf(Outcome.Erased.class);
    assertThat(traces.organizations(anna)).isEmpty();
  }

  @Test
  void goes_on_where_it_was_interrupted() {
    ledger.goesAway();
    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> erasing.erase(anna));
    assertThat(people.find(anna).orElseThrow().standing()).isEqualTo(Person.Standing.SUSPENDED);
    ledger.comesBack();

    assertThat(erased().entries()).hasSize(2);
    assertThat(keys.keyOf(anna)).isEqualTo(new Holding.Destroyed());
  }

  @Test
  void can_be_asked_again_for_the_same_receipt() {
    Receipt receipt = erased();
    clock.passes(Duration.ofDays(1));

    assertThat(erased()).isEqualTo(receipt);
    assertThat(receipt.at()).isEqualTo(NOW);
    assertThat(ledger.all()).hasSize(2);
  }

  @Test
  void knows_nobody_by_an_unknown_id() {
    assertThat(erasing.erase(Fresh.person())).isEqualTo(new Outcome.NotThere());
  }

  /// Anna owns the team with Ben, who does not any more once she is stopped.
  private ErasePerson refusedByTheTeam() {
    memberships.changeRole(team, anna, Role.OWNER);
    return erasing(meanwhile(() -> memberships.changeRole(team, ben, Role.MEMBER)));
  }

  private Receipt erased() {
    return ((Outcome.Erased) erasing.erase(anna)).receipt();
  }

  /// Somebody else does that, once, when the person was stopped, and before they are taken out.
  private Changes meanwhile(Runnable elsewhere) {
    var done = new AtomicBoolean();
    return new Changes() {
      @Override
      public void announce(TenantScope scope, Subject subject) {
        changes.announce(scope, subject);
      }

      @Override
      public void announceToAll(Subject subject) {
        if (!done.getAndSet(true)) {
          elsewhere.run();
        }
        changes.announceToAll(subject);
      }

      @Override
      public long stamp(OrganizationId organization, Subject subject) {
        return changes.stamp(organization, subject);
      }
    };
  }

  private ErasePerson erasing(Changes told) {
    var units = new InMemoryUnitOfWork(organizations, memberships, grants, traces, ledger, changes);
    var departure =
        new Departure(people, organizations, memberships, grants, traces, ledger, changes, units);
    var sealer =
        new SealLedgerService(
            seals, leases, new InMemorySigner(), this::instance, new CountingRandomness(), clock);
    return new ErasePersonService(
        people, traces, departure, keys, ledger, told, sealer, seals, clock);
  }

  private Organization team() {
    return new Organization(
        team.organization(),
        "Team",
        new Slug("team"),
        Organization.Kind.SHARED,
        Organization.Standing.ACTIVE,
        PLAN,
        Optional.empty(),
        Optional.empty(),
        TaintPolicy.standard());
  }

  private Instance instance() {
    var installation = new Installation(new InstallationId("%032x".formatted(7)), NOW);
    return new Instance(
        "test", NOW, Duration.ZERO, new Readiness(List.of()), Optional.of(installation));
  }
}
