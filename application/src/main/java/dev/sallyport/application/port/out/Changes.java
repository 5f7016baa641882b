package dev.sallyport.application.port.out;

import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.tenancy.TenantScope;

/// Tells every instance that what it remembers may be over.
public interface Changes {
  /// Announces a change when the unit of this thread is kept. Here it is heard before the unit's
  /// caller goes on, elsewhere within a second.
  void announce(TenantScope scope, Subject subject);

  /// Announces a change that concerns every organization.
  void announceToAll(Subject subject);

  /// Differs from before if anything about the subject changed since. Read it before what is to be
  /// remembered, and use what is remembered only as long as it stays the same.
  ///
  /// Must throw `Unavailable` once nothing was heard from the others for a second: then nobody
  /// knows.
  long stamp(OrganizationId organization, Subject subject);

  /// What can change.
  enum Subject {
    /// Who may do what: grants, memberships, plans, standings.
    ENTITLEMENTS,
    /// What reads would answer.
    CONTENT,
    /// What a backend lists besides its tools. Backends announce it themselves.
    CATALOGUE,
    /// What was left for an instance to pick up.
    REPLIES
  }
}
