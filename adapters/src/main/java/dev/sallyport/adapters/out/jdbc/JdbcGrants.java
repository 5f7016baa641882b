package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Grants;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Grants as one row each. What a person consented to stays as it was written; what is taken back
/// lies beside it.
@Singleton
final class JdbcGrants implements Grants {
  /// In each of them somebody else narrowed the same grant in between.
  private static final int ATTEMPTS = 100;

  private static final String SELECT =
      "select grant_id, organization_id, person_id, client_id, terms, narrowing, budget_sends,"
          + " budget_recipients, budget_newcomers, given_at, expires_at, revoked_at, generation"
          + " from grants where organization_id = ?";
  private static final String ADD =
      "insert into grants (grant_id, organization_id, person_id, client_id, terms, narrowing,"
          + " budget_sends, budget_recipients, budget_newcomers, given_at, expires_at, revoked_at,"
          + " generation) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
  private static final String NARROW =
      "update grants set narrowing = ?, budget_sends = ?, budget_recipients = ?,"
          + " budget_newcomers = ?, generation = generation + 1"
          + " where organization_id = ? and grant_id = ? and generation = ?";
  private static final String REVOKE =
      "update grants set revoked_at = ?, generation = generation + 1"
          + " where organization_id = ? and grant_id = ? and revoked_at is null";

  private final Database database;

  JdbcGrants(Database database) {
    this.database = database;
  }

  @Override
  public void give(TenantScope scope, Grant grant) {
    if (!grant.organization().equals(scope.organization())) {
      throw new IllegalArgumentException("a grant is given from within its organization");
    }
    if (database.inTenant(scope, connection -> add(connection, grant)) == 0) {
      throw new IllegalStateException("a new grant has a new id");
    }
  }

  @Override
  public Optional<Grant> find(TenantScope scope, GrantId grant) {
    return database.inTenant(scope, connection -> find(connection, scope, grant));
  }

  @Override
  public List<Grant> ofPerson(TenantScope scope, PersonId person) {
    return database.inTenant(
        scope,
        connection ->
            Sql.list(
                connection,
                SELECT + " and person_id = ? order by given_at desc, grant_id",
                JdbcGrants::grant,
                scope.organization().value(),
                person.value()));
  }

  @Override
  public Change narrow(TenantScope scope, GrantId grant, Narrowing by, Budget atMost) {
    return database.inTenant(
        scope,
        connection -> {
          for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Grant> known = find(connection, scope, grant);
            if (known.isEmpty()) {
              return new Change.NotThere();
            }
            Grant narrowed = known.get().narrowed(by, atMost);
            if (replace(connection, known.get(), narrowed) == 1) {
              return new Change.Changed(narrowed);
            }
          }
          throw new SQLTransactionRollbackException("others were always first", "40001");
        });
  }

  @Override
  public Change revoke(TenantScope scope, GrantId grant, Instant at) {
    return database.inTenant(
        scope,
        connection -> {
          Sql.update(connection, REVOKE, at, scope.organization().value(), grant.value());
          return find(connection, scope, grant)
              .<Change>map(Change.Changed::new)
              .orElseGet(Change.NotThere::new);
        });
  }

  private static int add(Connection connection, Grant grant) throws SQLException {
    Budget budget = grant.budget();
    return Sql.update(
        connection,
        ADD,
        grant.id().value(),
        grant.organization().value(),
        grant.person().value(),
        grant.client().value(),
        GrantText.ofTerms(grant),
        GrantText.of(grant.narrowing()),
        budget.sends(),
        budget.recipients(),
        budget.newcomers(),
        grant.givenAt(),
        grant.expiresAt(),
        grant.revokedAt().orElse(null),
        grant.generation());
  }

  private static int replace(Connection connection, Grant known, Grant narrowed)
      throws SQLException {
    Budget budget = narrowed.budget();
    return Sql.update(
        connection,
        NARROW,
        GrantText.of(narrowed.narrowing()),
        budget.sends(),
        budget.recipients(),
        budget.newcomers(),
        known.organization().value(),
        known.id().value(),
        known.generation());
  }

  private static Optional<Grant> find(Connection connection, TenantScope scope, GrantId grant)
      throws SQLException {
    return Sql.first(
        connection,
        SELECT + " and grant_id = ?",
        JdbcGrants::grant,
        scope.organization().value(),
        grant.value());
  }

  private static Grant grant(ResultSet row) throws SQLException {
    GrantText.Terms terms = GrantText.terms(row.getString("terms"));
    return new Grant(
        new GrantId(row.getString("grant_id")),
        new OrganizationId(row.getString("organization_id")),
        new PersonId(row.getString("person_id")),
        new ClientId(row.getString("client_id")),
        terms.scopes(),
        terms.reaches(),
        GrantText.narrowing(row.getString("narrowing")),
        new Budget(
            row.getInt("budget_sends"),
            row.getInt("budget_recipients"),
            row.getInt("budget_newcomers")),
        terms.trusted(),
        Sql.instant(row, "given_at"),
        Sql.instant(row, "expires_at"),
        Sql.maybeInstant(row, "revoked_at"),
        row.getLong("generation"));
  }
}
