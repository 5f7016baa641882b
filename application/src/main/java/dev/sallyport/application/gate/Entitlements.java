package dev.sallyport.application.gate;

import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.application.port.out.Organizations;
import dev.sallyport.application.port.out.People;
import dev.sallyport.application.port.out.Plans;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.policy.Belonging;
import dev.sallyport.domain.policy.Belonging.Apart;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Organization;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.ToolSets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What callers may, kept in memory for as long as nobody announced a change.
final class Entitlements {
  private static final int REMEMBERED = 10_000;
  private static final int TURNS = 256;

  /// Plans change without anybody announcing it, and are seen within half a minute all the same.
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Grants grants;
  private final People people;
  private final Organizations organizations;
  private final Memberships memberships;
  private final Plans plans;
  private final ToolSets toolSets;
  private final Changes changes;
  private final InstantSource clock;
  private final Map<GrantId, Entitled> remembered = new ConcurrentHashMap<>();
  // shared by grants of the same hash, which only makes a few of them wait
  private final List<ReentrantLock> turns =
      Stream.generate(ReentrantLock::new).limit(TURNS).toList();

  Entitlements(
      Grants grants,
      People people,
      Organizations organizations,
      Memberships memberships,
      Plans plans,
      ToolSets toolSets,
      Changes changes,
      InstantSource clock) {
    this.grants = grants;
    this.people = people;
    this.organizations = organizations;
    this.memberships = memberships;
    this.plans = plans;
    this.toolSets = toolSets;
    this.changes = changes;
    this.clock = clock;
  }

  /// Empty if there is no such grant, or not of this caller. Throws `Unavailable` if nobody knows.
  Optional<Entitled> of(Caller caller) {
    Entitled known = remembered(caller);
    return fresh(known).or(() -> looked(caller, known)).filter(it -> isOf(caller, it.grant()));
  }

  /// The same from memory alone; empty where that does not suffice.
  Optional<Entitled> known(Caller caller) {
    return Optional.ofNullable(remembered(caller)).filter(it -> isOf(caller, it.grant()));
  }

  /// Of many who ask for the same, one looks. While what is known holds, nobody waits for that, nor
  /// fails by it.
  private Optional<Entitled> looked(Caller caller, @Nullable Entitled known) {
    ReentrantLock turn = turns.get(Math.floorMod(caller.grant().hashCode(), TURNS));
    if (known == null) {
      turn.lock();
    } else if (!turn.tryLock()) {
      return Optional.of(known);
    }
    try {
      return fresh(remembered(caller)).or(() -> load(caller, stamp(caller), clock.instant()));
    } catch (Unavailable e) {
      return Optional.of(Optional.ofNullable(remembered(caller)).orElseThrow(() -> e));
    } finally {
      turn.unlock();
    }
  }

  private @Nullable Entitled remembered(Caller caller) {
    Entitled known = remembered.get(caller.grant());
    return known != null && known.holds(stamp(caller), clock.instant()) ? known : null;
  }

  private Optional<Entitled> fresh(@Nullable Entitled known) {
    return Optional.ofNullable(known).filter(it -> !it.isDue(clock.instant()));
  }

  private long stamp(Caller caller) {
    return changes.stamp(caller.scope().organization(), Subject.ENTITLEMENTS);
  }

  /// What was last known, which may be over by now: for what is only told, and never for what is
  /// allowed.
  Optional<Entitled> last(Caller caller) {
    return Optional.ofNullable(remembered.get(caller.grant()))
        .filter(it -> isOf(caller, it.grant()));
  }

  /// Whether nothing changed since.
  boolean stillHolds(Entitled entitled) {
    return changes.stamp(entitled.grant().organization(), Subject.ENTITLEMENTS) == entitled.stamp();
  }

  private Optional<Entitled> load(Caller caller, long stamp, Instant at) {
    TenantScope scope = caller.scope();
    Optional<Grant> grant = grants.find(scope, caller.grant());
    Optional<Organization> organization = organizations.find(scope);
    Optional<Plan> plan = organization.flatMap(it -> plans.find(it.planAt(at)));
    if (grant.isEmpty() || organization.isEmpty() || plan.isEmpty()) {
      return Optional.empty();
    }
    Entitled entitled =
        new Entitled(
            grant.get(),
            belonging(scope, grant.get().person(), organization.get()),
            plan.get(),
            plan.get().allowance(organization.get().overage(), organization.get().billingDay()),
            organization.get().taint(),
            toolSets.of(grant.get().client()),
            stamp,
            until(organization.get(), at));
    remember(entitled);
    return Optional.of(entitled);
  }

  // a change of plan that falls due is not announced again
  private static Instant until(Organization organization, Instant at) {
    Instant latest = at.plus(LONGEST);
    return organization
        .pendingChange()
        .map(Organization.PlanChange::at)
        .filter(due -> at.isBefore(due) && due.isBefore(latest))
        .orElse(latest);
  }

  private Belonging belonging(TenantScope scope, PersonId person, Organization organization) {
    if (organization.standing() != Organization.Standing.ACTIVE) {
      return Apart.ORGANIZATION_SUSPENDED;
    }
    if (people.find(person).map(Person::standing).orElse(Person.Standing.ERASED)
        != Person.Standing.ACTIVE) {
      return Apart.PERSON_SUSPENDED;
    }
    Optional<Membership> membership = memberships.find(scope, person);
    return membership.isPresent() ? new Belonging.Member(membership.get().role()) : Apart.LEFT;
  }

  // who calls is what authentication said; a grant of somebody else is no grant
  private static boolean isOf(Caller caller, Grant grant) {
    return grant.organization().equals(caller.scope().organization())
        && grant.person().equals(caller.person())
        && grant.client().equals(caller.client());
  }

  private void remember(Entitled entitled) {
    if (remembered.size() >= REMEMBERED) {
      remembered.clear();
    }
    remembered.put(entitled.grant().id(), entitled);
  }
}
