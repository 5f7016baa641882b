package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.application.sample.AClaim.aClaim;
import static dev.sallyport.application.sample.AGrant.aGrant;
import static dev.sallyport.application.sample.AnApiKey.anApiKey;
import static dev.sallyport.application.sample.AnApproval.anApproval;

import dev.sallyport.application.port.out.Taints.Mark;
import dev.sallyport.application.sample.AClaim;
import dev.sallyport.application.sample.Fresh;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Personal;
import dev.sallyport.domain.tenancy.TenantScope;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// One of everything that stores keep of a person.
record LeftTraces(Database database) {
  private static final Instant NOW = AClaim.CLAIMED;
  private static final Instant LATER = NOW.plusSeconds(3_600);

  void leave(TenantScope scope, PersonId person) {
    organization(scope);
    Grant grant = aGrant().in(scope).by(person).allowing("messages:read").grant();
    new JdbcGrants(database).give(scope, grant);
    new JdbcApiKeys(database).add(scope, anApiKey().carrying(grant).key());
    new JdbcClaims(database)
        .claim(
            scope,
            aClaim().in(scope).by(person).through(grant.id()).claim(),
            "node",
            Fresh.sealed(),
            NOW);
    new JdbcApprovals(database)
        .ask(scope, anApproval().in(scope).of(person).approval(), Fresh.sealed());
    new JdbcTaints(database)
        .note(scope, grant.id(), List.of(new Mark(Fresh.pseudonym(), Fresh.sealed(), LATER)));
    new JdbcLedger(database).append(scope, Filing.of(entry(scope), person));
    account(scope, person, grant);
    usage(scope, person);
  }

  private static Entry entry(TenantScope scope) {
    return new Entry(
        new EntryId(Fresh.call().value()),
        scope.organization(),
        NOW,
        Kind.CLAIMED,
        Facts.none(),
        new Personal(Fresh.sealed().envelope()));
  }

  private void organization(TenantScope scope) {
    asOwner(
        "insert into organizations (organization_id, name, slug, kind, standing, plan_id, overage,"
            + " overage_cap, billing_day, taint_mode, taint_minutes) values (?, 'Home', ?,"
            + " 'PERSONAL', 'ACTIVE', 'free', 'BLOCK', 0, 1, 'CONFIRM', 60) on conflict do nothing",
        scope.organization().value(),
        scope.organization().value());
  }

  private void account(TenantScope scope, PersonId person, Grant grant) {
    asOwner(
        "insert into accounts (organization_id, account_id, person_id, grant_id, backend_id,"
            + " sealed_credential, state, linked_at) values (?, ?, ?, ?, 'phone', ?, 'LIVE', ?)",
        scope.organization().value(),
        Fresh.call().value(),
        person.value(),
        grant.id().value(),
        Fresh.sealed(),
        NOW);
  }

  private void usage(TenantScope scope, PersonId person) {
    asOwner(
        "insert into usage_event (call_id, organization_id, person_id, plan_id, backend_id, tool,"
            + " units, at, day_starts) values (?, ?, ?, 'free', 'phone', 'send_message', 1, ?,"
            + " date '2026-11-20')",
        Fresh.call().value(),
        scope.organization().value(),
        person.value(),
        NOW);
  }

  private void asOwner(String sql, Object... values) {
    try (var connection = database.connection()) {
      Sql.update(connection, sql, values);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
