package dev.sallyport.domain.account;

import dev.sallyport.domain.id.AccountId;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.Sealed;
import java.time.Instant;
import java.util.Objects;

/// A person's link to a backend, made for one grant: no other grant uses its credential.
public record Account(
    AccountId id,
    OrganizationId organization,
    PersonId person,
    GrantId grant,
    BackendId backend,
    Sealed credential,
    State state,
    Instant linkedAt) {
  public Account {
    Objects.requireNonNull(id);
    Objects.requireNonNull(organization);
    Objects.requireNonNull(person);
    Objects.requireNonNull(grant);
    Objects.requireNonNull(backend);
    Objects.requireNonNull(credential);
    Objects.requireNonNull(state);
    Objects.requireNonNull(linkedAt);
  }

  /// What is known of its credential.
  public enum State {
    LIVE,
    /// The backend refused it: the person has to link again.
    STALE
  }
}
