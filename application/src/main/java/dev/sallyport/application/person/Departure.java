package dev.sallyport.application.person;

import dev.sallyport.application.port.in.ErasePerson.Outcome.OwnerNeeded;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.Traces;
import dev.sallyport.application.port.out.Traces.Removed;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.UnitOfWork.Ending;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.Digest;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Personal;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.Roster;
import dev.sallyport.domain.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Takes an erased person out of one organization, with all that it keeps of them, in one unit.
public final class Departure {
  private static final int ID_LENGTH = 32;

  private final People people;
  private final Organizations organizations;
  private final Memberships memberships;
  private final Grants grants;
  private final Traces traces;
  private final Ledger ledger;
  private final Changes changes;
  private final UnitOfWork units;

  public Departure(
      People people,
      Organizations organizations,
      Memberships memberships,
      Grants grants,
      Traces traces,
      Ledger ledger,
      Changes changes,
      UnitOfWork units) {
    this.people = people;
    this.organizations = organizations;
    this.memberships = memberships;
    this.grants = grants;
    this.traces = traces;
    this.ledger = ledger;
    this.changes = changes;
    this.units = units;
  }

  /// The entry about it. There is one, however often it is done.
  public static EntryId entryOf(TenantScope scope, PersonId person) {
    String name = "erased/%s/%s".formatted(scope.organization().value(), person.value());
    return new EntryId(
        Digest.over(name.getBytes(StandardCharsets.UTF_8)).hex().substring(0, ID_LENGTH));
  }

  /// Why the person cannot go yet.
  public Optional<OwnerNeeded> hindrance(TenantScope scope, PersonId person) {
    Roster roster = memberships.roster(scope);
    return isAlone(roster, person) || !(roster.without(person) instanceof Roster.Outcome.LastOwner)
        ? Optional.empty()
        : organizations.find(scope).map(it -> ownerNeeded(it, roster, person));
  }

  public Optional<OwnerNeeded> leave(TenantScope scope, PersonId person, Instant at) {
    return units.run(
        scope,
        () -> {
          end(scope, person, at);
          Roster roster = memberships.roster(scope);
          if (isAlone(roster, person)) {
            // an organization of nobody is over; the membership goes with the traces
            organizations.change(scope, Organization::closed);
          } else if (memberships.remove(scope, person) == Memberships.Change.LAST_OWNER) {
            return new Ending.Undo<>(hindrance(scope, person));
          }
          Removed removed = traces.remove(scope, person);
          ledger.append(scope, filing(scope, person, removed, at));
          changes.announce(scope, Subject.ENTITLEMENTS);
          changes.announce(scope, Subject.CONTENT);
          return new Ending.Keep<>(Optional.empty());
        });
  }

  private void end(TenantScope scope, PersonId person, Instant at) {
    grants.ofPerson(scope, person).stream()
        .filter(grant -> grant.revokedAt().isEmpty())
        .forEach(grant -> grants.revoke(scope, grant.id(), at));
  }

  private OwnerNeeded ownerNeeded(Organization organization, Roster roster, PersonId person) {
    return new OwnerNeeded(
        organization,
        roster.members().stream()
            .map(Membership::person)
            .filter(member -> !member.equals(person))
            .flatMap(member -> people.find(member).stream())
            .toList());
  }

  private static boolean isAlone(Roster roster, PersonId person) {
    return roster.members().size() == 1 && roster.member(person).isPresent();
  }

  private static Filing filing(TenantScope scope, PersonId person, Removed removed, Instant at) {
    String amounts =
        removed.counts().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(count -> count.getKey() + "=" + count.getValue())
            .collect(Collectors.joining(" "));
    return Filing.of(
        new Entry(
            entryOf(scope, person),
            scope.organization(),
            at,
            Kind.ERASED,
            Facts.none().with(Fact.SUBJECT, "person " + person.value()).with(Fact.AMOUNTS, amounts),
            Personal.none()));
  }
}
