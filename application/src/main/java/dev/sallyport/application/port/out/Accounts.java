package dev.sallyport.application.port.out;

import dev.sallyport.domain.account.Account;
import dev.sallyport.domain.id.AccountId;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;

/// Links to backends, at most one for each grant and backend.
///
/// Each change is announced through [Changes] as one of what callers may, in the same step.
public interface Accounts {
  Optional<Account> find(TenantScope scope, GrantId grant, BackendId backend);

  /// Every link of a grant, by backend.
  List<Account> of(TenantScope scope, GrantId grant);

  /// Stores a link, in the place of the one that its grant had to its backend. It must be of the
  /// scope's organization, and a new link has a new id. Instants keep their microseconds.
  void save(TenantScope scope, Account account);

  /// Notes that the credential of that very link was refused, if it was thought to be live.
  Change markStale(TenantScope scope, AccountId id);

  Change remove(TenantScope scope, AccountId id);

  /// How a change ends.
  enum Change {
    CHANGED,
    /// There is no such link any more, or it was so already.
    NOTHING_TO_CHANGE
  }
}
