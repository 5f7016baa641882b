package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Memberships;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.Roster;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Memberships that last as long as the test; the rule of the last owner is the domain's.
public final class InMemoryMemberships implements Memberships, Undoable {
  private final Shelf<Membership> memberships = new Shelf<>();

  @Override
  public Addition add(TenantScope scope, Membership membership) {
    if (!membership.organization().equals(scope.organization())) {
      throw new IllegalArgumentException("a membership is added from within its organization");
    }
    String key = key(scope, membership.person());
    return memberships.step(
        all -> all.putIfAbsent(key, membership) == null ? Addition.ADDED : Addition.MEMBER_ALREADY);
  }

  @Override
  public Optional<Membership> find(TenantScope scope, PersonId person) {
    return memberships.get(key(scope, person));
  }

  @Override
  public Roster roster(TenantScope scope) {
    return new Roster(
        scope.organization(),
        memberships.all().filter(it -> it.organization().equals(scope.organization())).toList());
  }

  @Override
  public Change changeRole(TenantScope scope, PersonId person, Role role) {
    return changed(scope, person, roster -> roster.with(person, role));
  }

  @Override
  public Change remove(TenantScope scope, PersonId person) {
    return changed(scope, person, roster -> roster.without(person));
  }

  @Override
  public List<Membership> of(PersonId person) {
    return memberships.all().filter(it -> it.person().equals(person)).toList();
  }

  @Override
  public Runnable snapshot() {
    return memberships.snapshot();
  }

  private Change changed(
      TenantScope scope, PersonId person, Function<Roster, Roster.Outcome> change) {
    return memberships.step(all ->
        switch (change.apply(roster(scope))) {
          case Roster.Outcome.Changed(Roster after) -> put(all, key(scope, person), after, person);
          case Roster.Outcome.LastOwner() -> Change.LAST_OWNER;
          case Roster.Outcome.NoMember() -> Change.NO_MEMBER;
        });
  }

  private static Change put(
      Map<String, Membership> all, String key, Roster after, PersonId person) {
    all.remove(key);
    after.member(person).ifPresent(member -> all.put(key, member));
    return Change.CHANGED;
  }

  private static String key(TenantScope scope, PersonId person) {
    return scope.organization().value() + person.value();
  }
}
