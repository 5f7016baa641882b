package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.account.Account;
import dev.sallyport.domain.id.AccountId;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.Sealed;
import io.micronaut.data.annotation.MappedEntity;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

// rows are made, read and dropped at once; nobody compares them
@SuppressWarnings("ArrayRecordComponent")
@MappedEntity("accounts")
record AccountRow(
    String organizationId,
    String accountId,
    String personId,
    String grantId,
    String backendId,
    byte[] sealedCredential,
    String state,
    OffsetDateTime linkedAt) {
  AccountRow {
    sealedCredential = sealedCredential.clone();
  }

  static AccountRow of(Account account) {
    return new AccountRow(
        account.organization().value(),
        account.id().value(),
        account.person().value(),
        account.grant().value(),
        account.backend().value(),
        account.credential().envelope().toArray(),
        account.state().name(),
        account.linkedAt().atOffset(ZoneOffset.UTC));
  }

  /// How many rows that made: none if there is a link of its grant to its backend, or of its id.
  int linkIn(AccountRows rows) {
    return rows.link(
        organizationId, accountId, personId, grantId, backendId, sealedCredential, state, linkedAt);
  }

  /// How many rows that changed: none if its grant has no link to its backend.
  int relinkIn(AccountRows rows) {
    return rows.relink(
        organizationId, accountId, personId, grantId, backendId, sealedCredential, state, linkedAt);
  }

  Account account() {
    return new Account(
        new AccountId(accountId),
        new OrganizationId(organizationId),
        new PersonId(personId),
        new GrantId(grantId),
        new BackendId(backendId),
        Sealed.of(sealedCredential),
        Account.State.valueOf(state),
        linkedAt.toInstant());
  }
}
