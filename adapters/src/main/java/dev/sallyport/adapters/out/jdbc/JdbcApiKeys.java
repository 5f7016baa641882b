package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.ApiKeys;
import dev.sallyport.domain.id.ApiKeyId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import dev.sallyport.domain.vault.Pseudonym;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// API keys as one row each, found by a hash.
@Singleton
final class JdbcApiKeys implements ApiKeys {
  private static final String SELECT =
      "select key_id, organization_id, grant_id, person_id, client_id, name, scopes, hash, hint,"
          + " created_at, expires_at, revoked_at, last_used_at from api_keys"
          + " where organization_id = ?";
  private static final String ADD =
      "insert into api_keys (key_id, organization_id, grant_id, person_id, client_id, name, scopes,"
          + " hash, hint, created_at, expires_at, revoked_at, last_used_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
  private static final String REVOKE =
      "update api_keys set revoked_at = ?"
          + " where organization_id = ? and key_id = ? and revoked_at is null";
  private static final String USED =
      "update api_keys set last_used_at = ? where organization_id = ? and key_id = ?"
          + " and (last_used_at is null or last_used_at < ?)";
  private static final String SPACE = " ";

  private final Database database;

  JdbcApiKeys(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Whereabouts> findByHash(List<Pseudonym> hashes) {
    if (hashes.isEmpty()) {
      return Optional.empty();
    }
    String marks = hashes.stream().map(_ -> "?").collect(Collectors.joining(", "));
    Object[] values = hashes.stream().map(Pseudonym::hex).toArray();
    return database.inSystem(connection ->
        Sql.first(
            connection,
            "select organization_id, key_id from api_keys where hash in (" + marks + ")",
            row ->
                new Whereabouts(
                    new OrganizationId(row.getString("organization_id")),
                    new ApiKeyId(row.getString("key_id"))),
            values));
  }

  @Override
  public Optional<OrganizationId> whereabouts(ApiKeyId key) {
    return database.inSystem(connection ->
        Sql.first(
            connection,
            "select organization_id from api_keys where key_id = ?",
            JdbcApiKeys::organization,
            key.value()));
  }

  @Override
  public List<OrganizationId> organizations() {
    return database.inSystem(connection ->
        Sql.list(
            connection,
            "select distinct organization_id from api_keys order by organization_id",
            JdbcApiKeys::organization));
  }

  @Override
  public void add(TenantScope scope, ApiKey key) {
    if (!key.organization().equals(scope.organization())) {
      throw new IllegalArgumentException("a key is made within its organization");
    }
    if (database.inTenant(scope, connection -> add(connection, key)) == 0) {
      throw new IllegalStateException("a new key has a new id and a new hash");
    }
  }

  @Override
  public Optional<ApiKey> find(TenantScope scope, ApiKeyId key) {
    return database.inTenant(scope, connection -> find(connection, scope, key));
  }

  @Override
  public List<ApiKey> ofOrganization(TenantScope scope) {
    return database.inTenant(
        scope,
        connection ->
            Sql.list(
                connection,
                SELECT + " order by created_at desc, key_id",
                JdbcApiKeys::key,
                scope.organization().value()));
  }

  @Override
  public Change revoke(TenantScope scope, ApiKeyId key, Instant at) {
    return database.inTenant(
        scope,
        connection -> {
          Sql.update(connection, REVOKE, at, scope.organization().value(), key.value());
          return find(connection, scope, key)
              .<Change>map(Change.Changed::new)
              .orElseGet(Change.NotThere::new);
        });
  }

  @Override
  public void used(List<Use> uses) {
    if (uses.isEmpty()) {
      return;
    }
    // always in one order, so that two instances never wait for each other's rows
    List<Use> ordered =
        uses.stream().sorted(Comparator.comparing(use -> use.key().value())).toList();
    database.inSystem(connection -> noted(connection, ordered));
  }

  private static int noted(Connection connection, List<Use> uses) throws SQLException {
    try (var statement = connection.prepareStatement(USED)) {
      for (Use use : uses) {
        OffsetDateTime at = OffsetDateTime.ofInstant(Sql.kept(use.at()), ZoneOffset.UTC);
        statement.setObject(1, at);
        statement.setString(2, use.organization().value());
        statement.setString(3, use.key().value());
        statement.setObject(4, at);
        statement.addBatch();
      }
      return statement.executeBatch().length;
    }
  }

  private static int add(Connection connection, ApiKey key) throws SQLException {
    return Sql.update(
        connection,
        ADD,
        key.id().value(),
        key.organization().value(),
        key.grant().value(),
        key.person().value(),
        key.client().value(),
        key.name(),
        key.scopes().all().stream().map(Scope::value).sorted().collect(Collectors.joining(SPACE)),
        key.hash().hex(),
        key.hint(),
        key.createdAt(),
        key.expiresAt(),
        key.revokedAt().orElse(null),
        key.lastUsedAt().orElse(null));
  }

  private static Optional<ApiKey> find(Connection connection, TenantScope scope, ApiKeyId key)
      throws SQLException {
    return Sql.first(
        connection,
        SELECT + " and key_id = ?",
        JdbcApiKeys::key,
        scope.organization().value(),
        key.value());
  }

  private static OrganizationId organization(ResultSet row) throws SQLException {
    return new OrganizationId(row.getString("organization_id"));
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        new ApiKeyId(row.getString("key_id")),
        organization(row),
        new GrantId(row.getString("grant_id")),
        new PersonId(row.getString("person_id")),
        new ClientId(row.getString("client_id")),
        row.getString("name"),
        scopes(row.getString("scopes")),
        Pseudonym.of(HexFormat.of().parseHex(row.getString("hash"))),
        row.getString("hint"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "expires_at"),
        Sql.maybeInstant(row, "revoked_at"),
        Sql.maybeInstant(row, "last_used_at"));
  }

  private static Scopes scopes(String text) {
    return new Scopes(
        Arrays.stream(text.split(SPACE, -1))
            .filter(scope -> !scope.isEmpty())
            .map(Scope::new)
            .collect(Collectors.toSet()));
  }
}
