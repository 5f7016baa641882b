package dev.sallyport.application.gate;

import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.Backend;
import dev.sallyport.domain.account.Account;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.policy.Request.Link;
import dev.sallyport.domain.secret.Secret;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.SealContext;
import java.util.Optional;

/// Opens the account that a grant has at a backend, and nobody else's.
final class Credentials {
  private static final Opened NOT_NEEDED = new Opened(Link.NOT_NEEDED, Optional.empty(), "");
  private static final Opened MISSING = new Opened(Link.MISSING, Optional.empty(), "");

  private final Accounts accounts;
  private final Persons persons;

  Credentials(Accounts accounts, Persons persons) {
    this.accounts = accounts;
    this.persons = persons;
  }

  Opened of(TenantScope scope, Grant grant, Backend backend) {
    if (backend.linking() == Backend.Linking.NONE) {
      return NOT_NEEDED;
    }
    return accounts.find(scope, grant.id(), backend.id()).map(this::open).orElse(MISSING);
  }

  void refused(TenantScope scope, Grant grant, Backend backend) {
    accounts
        .find(scope, grant.id(), backend.id())
        .ifPresent(account -> accounts.markStale(scope, account.id()));
  }

  /// What a credential is bound to while it is sealed.
  static SealContext contextOf(Account account) {
    return SealContext.of("credential", account.organization(), account.id().value());
  }

  private Opened open(Account account) {
    String id = account.id().value();
    if (account.state() == Account.State.STALE) {
      return new Opened(Link.STALE, Optional.empty(), id);
    }
    return persons
        .open(account.person(), contextOf(account), account.credential())
        .map(text -> new Opened(Link.LIVE, Optional.of(Secret.of(text)), id))
        .orElse(new Opened(Link.STALE, Optional.empty(), id));
  }

  /// How the backend can be asked, and with what.
  ///
  /// @param account the id of the link, or nothing where there is none
  record Opened(Link link, Optional<Secret> secret, String account) {}
}
