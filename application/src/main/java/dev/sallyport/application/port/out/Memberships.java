package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.Membership;
import dev.sallyport.domain.tenancy.Role;
import dev.sallyport.domain.tenancy.Roster;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;

/// Who belongs to which organization. An organization that has an owner keeps one, whoever leaves
/// or is demoted at the same moment.
public interface Memberships {
  /// Stores a new one; it must be of the scope's organization.
  Addition add(TenantScope scope, Membership membership);

  Optional<Membership> find(TenantScope scope, PersonId person);

  /// All members, by their ids.
  Roster roster(TenantScope scope);

  /// Must be one step with the check that an owner remains.
  Change changeRole(TenantScope scope, PersonId person, Role role);

  /// Likewise.
  Change remove(TenantScope scope, PersonId person);

  /// Every organization a person belongs to. Asked before there is a scope, for the person who just
  /// signed in and nobody else.
  List<Membership> of(PersonId person);

  /// How an addition ends.
  enum Addition {
    ADDED,
    /// The person belongs to it already; their role is as it was.
    MEMBER_ALREADY
  }

  /// How a change ends.
  enum Change {
    CHANGED,
    LAST_OWNER,
    NO_MEMBER
  }
}
