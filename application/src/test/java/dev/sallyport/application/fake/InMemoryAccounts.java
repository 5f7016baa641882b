package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.domain.account.Account;
import dev.sallyport.domain.account.Account.State;
import dev.sallyport.domain.id.AccountId;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Links that last as long as the test.
public final class InMemoryAccounts implements Accounts, Undoable {
  private final Shelf<Account> accounts = new Shelf<>();
  private final Changes changes;

  public InMemoryAccounts(Changes changes) {
    this.changes = changes;
  }

  @Override
  public Optional<Account> find(TenantScope scope, GrantId grant, BackendId backend) {
    return accounts.get(key(scope, grant, backend));
  }

  @Override
  public List<Account> of(TenantScope scope, GrantId grant) {
    return within(scope, accounts.all()).filter(it -> it.grant().equals(grant)).toList();
  }

  @Override
  public void save(TenantScope scope, Account account) {
    if (!account.organization().equals(scope.organization())) {
      throw new IllegalArgumentException("an account is saved from within its organization");
    }
    accounts.step(all -> {
      if (named(all, scope, account.id()).filter(it -> !key(it).equals(key(account))).isPresent()) {
        throw new IllegalStateException("a new link has a new id");
      }
      return all.put(key(account), account);
    });
    changes.announce(scope, Subject.ENTITLEMENTS);
  }

  @Override
  public Change markStale(TenantScope scope, AccountId id) {
    return announced(
        scope,
        accounts.step(all ->
            named(all, scope, id)
                .filter(it -> it.state() == State.LIVE)
                .map(it -> {
                  all.put(key(it), stale(it));
                  return Change.CHANGED;
                })
                .orElse(Change.NOTHING_TO_CHANGE)));
  }

  @Override
  public Change remove(TenantScope scope, AccountId id) {
    return announced(
        scope,
        accounts.step(all ->
            named(all, scope, id)
                .map(it -> {
                  all.remove(key(it));
                  return Change.CHANGED;
                })
                .orElse(Change.NOTHING_TO_CHANGE)));
  }

  @Override
  public Runnable snapshot() {
    return accounts.snapshot();
  }

  private Change announced(TenantScope scope, Change change) {
    if (change == Change.CHANGED) {
      changes.announce(scope, Subject.ENTITLEMENTS);
    }
    return change;
  }

  private static Optional<Account> named(
      Map<String, Account> all, TenantScope scope, AccountId id) {
    return within(scope, all.values().stream()).filter(it -> it.id().equals(id)).findFirst();
  }

  private static Stream<Account> within(TenantScope scope, Stream<Account> among) {
    return among.filter(it -> it.organization().equals(scope.organization()));
  }

  private static Account stale(Account live) {
    return new Account(
        live.id(),
        live.organization(),
        live.person(),
        live.grant(),
        live.backend(),
        live.credential(),
        State.STALE,
        live.linkedAt());
  }

  private static String key(Account account) {
    return key(new TenantScope(account.organization()), account.grant(), account.backend());
  }

  private static String key(TenantScope scope, GrantId grant, BackendId backend) {
    return scope.organization().value() + grant.value() + backend.value();
  }
}
