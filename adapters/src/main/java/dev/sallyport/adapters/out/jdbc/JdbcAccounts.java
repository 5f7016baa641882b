package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.domain.account.Account;
import dev.sallyport.domain.id.AccountId;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/// Accounts as rows of their organization, whose credentials nobody here can open.
@Singleton
final class JdbcAccounts implements Accounts {
  private final Database database;
  private final AccountRows rows;
  private final Changes changes;

  JdbcAccounts(Database database, AccountRows rows, Changes changes) {
    this.database = database;
    this.rows = rows;
    this.changes = changes;
  }

  @Override
  public Optional<Account> find(TenantScope scope, GrantId grant, BackendId backend) {
    return database
        .inTenant(
            scope,
            _ ->
                rows.findByOrganizationIdAndGrantIdAndBackendId(
                    scope.organization().value(), grant.value(), backend.value()))
        .map(AccountRow::account);
  }

  @Override
  public List<Account> of(TenantScope scope, GrantId grant) {
    return database
        .inTenant(
            scope,
            _ ->
                rows.findByOrganizationIdAndGrantIdOrderByBackendId(
                    scope.organization().value(), grant.value()))
        .stream()
        .map(AccountRow::account)
        .toList();
  }

  @Override
  public void save(TenantScope scope, Account account) {
    if (!account.organization().equals(scope.organization())) {
      throw new IllegalArgumentException("an account is saved from within its organization");
    }
    AccountRow row = AccountRow.of(account);
    if (changed(scope, () -> relinkedOrLinked(row)) == Change.NOTHING_TO_CHANGE) {
      throw new IllegalStateException("a new link has a new id");
    }
  }

  @Override
  public Change markStale(TenantScope scope, AccountId id) {
    return changed(scope, () -> rows.markStale(scope.organization().value(), id.value()));
  }

  @Override
  public Change remove(TenantScope scope, AccountId id) {
    return changed(scope, () -> rows.remove(scope.organization().value(), id.value()));
  }

  private int relinkedOrLinked(AccountRow row) {
    if (row.relinkIn(rows) == 1 || row.linkIn(rows) == 1) {
      return 1;
    }
    // a link that came in between stopped the insert: it is the one to replace
    return row.relinkIn(rows);
  }

  private Change changed(TenantScope scope, IntSupplier change) {
    return database.inTenant(
        scope,
        _ -> {
          if (change.getAsInt() == 0) {
            return Change.NOTHING_TO_CHANGE;
          }
          changes.announce(scope, Subject.ENTITLEMENTS);
          return Change.CHANGED;
        });
  }
}
