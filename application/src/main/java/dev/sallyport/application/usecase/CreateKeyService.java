package dev.sallyport.application.usecase;

import dev.sallyport.application.person.GrantEntries;
import dev.sallyport.application.port.in.CreateKey;
import dev.sallyport.application.port.out.ApiKeys;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.Peppers;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.UnitOfWork.Ending;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.ApiKeyId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.key.ApiKeyText;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tenancy.Tenancy;
import dev.sallyport.domain.tenancy.Tenancy.Welcome;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Makes the key, its grant and, if need be, its person in one unit, and forgets the key itself.
public final class CreateKeyService implements CreateKey {
  /// What organizations are on where no billing is set up.
  private static final PlanId PLAN = new PlanId("unlimited");

  private static final int ID_BYTES = 16;

  private final People people;
  private final Organizations organizations;
  private final Memberships memberships;
  private final Grants grants;
  private final ApiKeys keys;
  private final Peppers peppers;
  private final GrantEntries entries;
  private final Changes changes;
  private final UnitOfWork units;
  private final Randomness randomness;
  private final InstantSource clock;

  public CreateKeyService(
      People people,
      Organizations organizations,
      Memberships memberships,
      Grants grants,
      ApiKeys keys,
      Peppers peppers,
      Ledger ledger,
      Changes changes,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    this.people = people;
    this.organizations = organizations;
    this.memberships = memberships;
    this.grants = grants;
    this.keys = keys;
    this.peppers = peppers;
    this.entries = new GrantEntries(ledger, randomness);
    this.changes = changes;
    this.units = units;
    this.randomness = randomness;
    this.clock = clock;
  }

  @Override
  public Result create(Wish wish) {
    return people
        .findByEmail(wish.person())
        .map(person -> forKnown(person, wish))
        .orElseGet(() -> forNewcomer(wish));
  }

  private Result forKnown(Person person, Wish wish) {
    if (person.standing() != Person.Standing.ACTIVE) {
      return new Result.Suspended();
    }
    return home(person.id())
        .<Result>map(scope ->
            units.run(scope, () -> new Ending.Keep<>(made(scope, person.id(), wish, false))))
        .orElseGet(Result.Homeless::new);
  }

  private Optional<TenantScope> home(PersonId person) {
    return memberships.of(person).stream()
        .map(membership -> new TenantScope(membership.organization()))
        .filter(scope -> organizations.find(scope).filter(CreateKeyService::isHome).isPresent())
        .findFirst();
  }

  private static boolean isHome(Organization organization) {
    return organization.kind() == Organization.Kind.PERSONAL;
  }

  private Result forNewcomer(Wish wish) {
    Welcome welcome = welcome(wish.person());
    var scope = new TenantScope(welcome.organization().id());
    Optional<Result> made =
        units.run(
            scope,
            () ->
                settled(scope, welcome)
                    ? new Ending.Keep<>(Optional.of(made(scope, welcome.person().id(), wish, true)))
                    : new Ending.Undo<>(Optional.empty()));
    // somebody else welcomed them meanwhile
    return made.orElseGet(() -> create(wish));
  }

  private Welcome welcome(EmailAddress email) {
    return Tenancy.welcome(
        PersonId.of(randomness.bytes(ID_BYTES)),
        OrganizationId.of(randomness.bytes(ID_BYTES)),
        email,
        Locale.ROOT,
        PLAN,
        now());
  }

  private boolean settled(TenantScope scope, Welcome welcome) {
    return people.add(welcome.person()) == People.Addition.ADDED
        && organizations.add(scope, welcome.organization()) == Organizations.Addition.ADDED
        && memberships.add(scope, welcome.membership()) == Memberships.Addition.ADDED;
  }

  private Result made(TenantScope scope, PersonId person, Wish wish, boolean newcomer) {
    Instant at = now();
    Grant grant = grant(scope, person, wish, at);
    Secret text = ApiKeyText.of(randomness.bytes(ApiKeyText.BYTES));
    ApiKey key = key(grant, wish.name(), text);
    grants.give(scope, grant);
    keys.add(scope, key);
    entries.write(scope, key, Kind.KEY_MADE, "made", key.createdAt());
    changes.announce(scope, Subject.ENTITLEMENTS);
    return new Result.Created(key, text, newcomer);
  }

  private Grant grant(TenantScope scope, PersonId person, Wish wish, Instant at) {
    return new Grant(
        GrantId.of(randomness.bytes(ID_BYTES)),
        scope.organization(),
        person,
        ClientId.KEYS,
        wish.scopes(),
        wish.reaches(),
        wish.readOnly() ? Narrowing.toReading() : Narrowing.NONE,
        Budget.UNLIMITED,
        Set.of(),
        at,
        at.plus(wish.lasting()),
        Optional.empty(),
        0);
  }

  private ApiKey key(Grant grant, String name, Secret text) {
    return new ApiKey(
        ApiKeyId.of(randomness.bytes(ID_BYTES)),
        grant.organization(),
        grant.id(),
        grant.person(),
        grant.client(),
        name,
        grant.scopes(),
        peppers.hashes(AuthenticateService.PURPOSE, text).getFirst(),
        ApiKeyText.hint(text),
        grant.givenAt(),
        grant.expiresAt(),
        Optional.empty(),
        Optional.empty());
  }

  // as exact as stores keep it, so that what is answered is what is kept
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
