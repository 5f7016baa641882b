package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Claims;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.claim.ClaimKey;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.claim.Part;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Sealed;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Claims as rows, of which only one may hold a key.
@Singleton
final class JdbcClaims implements Claims {
  private static final int ATTEMPTS = 5;
  private static final String SELECT =
      "select " + ClaimRow.COLUMNS + ", arguments, answer from claims where organization_id = ?";
  private static final String FREE =
      "update claims set open_key = null where organization_id = ? and grant_id = ? and tool = ?"
          + " and open_key = ? and not key_chosen and state = 'DONE' and changed_at < ?";
  private static final String MOVE = "update claims set state = ?, epoch = ?, changed_at = ?";
  private static final String IF_AS_KNOWN =
      " where organization_id = ? and claim_id = ? and epoch = ? and state = ?";
  private static final String UNKNOWN =
      "select "
          + ClaimRow.COLUMNS
          + " from claims where organization_id = ? and grant_id = ? and state = 'UNKNOWN'"
          + " and changed_at >= ? order by claimed_at, claim_id fetch first ? rows only";
  private static final String STRANDED =
      "select "
          + ClaimRow.COLUMNS
          + " from claims where state in ('CLAIMED', 'SENDING') and node <> ? and not exists ("
          + "select 1 from lease where lease.job = 'node:' || claims.node"
          + " and lease.until > current_timestamp)"
          + " order by claimed_at, claim_id fetch first ? rows only";
  private static final String PARTS =
      "select number, state, reference from claim_parts where organization_id = ? and claim_id = ?";
  private static final String START_PART =
      "insert into claim_parts (organization_id, claim_id, number, state, reference, changed_at)"
          + " select organization_id, claim_id, ?, 'STARTED', '', ? from claims"
          + IF_AS_KNOWN
          + " on conflict do nothing";
  private static final String END_PART =
      "update claim_parts set state = ?, reference = ?, changed_at = ? where organization_id = ?"
          + " and claim_id = ? and number = ? and state in ('STARTED', 'UNKNOWN')";

  private final Database database;

  JdbcClaims(Database database) {
    this.database = database;
  }

  @Override
  public Claiming claim(
      TenantScope scope, Claim claim, String node, Sealed arguments, Instant unchosenSince) {
    if (!claim.organization().equals(scope.organization())) {
      throw new IllegalArgumentException("a claim is made from within its organization");
    }
    return database.inTenant(
        scope,
        connection -> {
          for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (ClaimRow.add(connection, claim, node, arguments) == 1) {
              return new Claiming.Claimed();
            }
            if (free(connection, claim, unchosenSince) == 0) {
              Optional<Stored> holder = holder(connection, scope, claim.key());
              if (holder.isPresent()) {
                return new Claiming.Held(holder.get());
              }
            }
          }
          throw new IllegalStateException("a new claim has a new id");
        });
  }

  @Override
  public Optional<Stored> holder(TenantScope scope, ClaimKey key, Instant unchosenSince) {
    return database
        .inTenant(scope, connection -> holder(connection, scope, key))
        .filter(stored -> !isOver(stored.claim(), unchosenSince));
  }

  @Override
  public Optional<Stored> find(TenantScope scope, ClaimId claim) {
    return database.inTenant(scope, connection -> find(connection, scope, claim));
  }

  @Override
  public Moving move(TenantScope scope, Claim known, Next next) {
    Claim moved = known.becomes(next.state(), Sql.kept(next.at()));
    return database.inTenant(
        scope,
        connection -> {
          if (move(connection, scope, known, moved, next.answer()) == 1) {
            return new Moving.Moved(moved);
          }
          return find(connection, scope, known.id())
              .<Moving>map(Moving.Overtaken::new)
              .orElseGet(Moving.NotThere::new);
        });
  }

  @Override
  public List<Claim> unknown(TenantScope scope, GrantId grant, Instant since, int most) {
    return database.inTenant(
        scope,
        connection ->
            Sql.list(
                connection,
                UNKNOWN,
                ClaimRow::claim,
                scope.organization().value(),
                grant.value(),
                since,
                most));
  }

  @Override
  public List<Claim> stranded(String asking, int most) {
    return database.inSystem(
        connection -> Sql.list(connection, STRANDED, ClaimRow::claim, asking, most));
  }

  @Override
  public PartStart startPart(TenantScope scope, Claim known, int number, Instant at) {
    return database.inTenant(
        scope,
        connection -> {
          if (isStarted(connection, scope, known, number, at)) {
            return PartStart.STARTED;
          }
          return isPart(connection, scope, known.id(), number)
              ? PartStart.ALREADY
              : PartStart.OVERTAKEN;
        });
  }

  @Override
  public void endPart(TenantScope scope, ClaimId claim, Part part, Instant at) {
    if (part.state() == Part.State.STARTED) {
      throw new IllegalArgumentException("a part that ends is not just started");
    }
    database.inTenant(
        scope,
        connection ->
            Sql.update(
                connection,
                END_PART,
                part.state(),
                part.reference(),
                at,
                scope.organization().value(),
                claim.value(),
                part.number()));
  }

  @Override
  public List<Part> parts(TenantScope scope, ClaimId claim) {
    return database.inTenant(
        scope,
        connection ->
            Sql.list(
                connection,
                PARTS + " order by number",
                JdbcClaims::part,
                scope.organization().value(),
                claim.value()));
  }

  /// Takes a key that nobody chose from a claim that has been done for long enough.
  private static int free(Connection connection, Claim claim, Instant unchosenSince)
      throws SQLException {
    ClaimKey key = claim.key();
    return Sql.update(
        connection,
        FREE,
        claim.organization().value(),
        key.grant().value(),
        key.tool().value(),
        ClaimRow.openKey(key),
        unchosenSince);
  }

  private static Optional<Stored> holder(Connection connection, TenantScope scope, ClaimKey key)
      throws SQLException {
    return Sql.first(
        connection,
        SELECT + " and grant_id = ? and tool = ? and open_key = ?",
        ClaimRow::stored,
        scope.organization().value(),
        key.grant().value(),
        key.tool().value(),
        ClaimRow.openKey(key));
  }

  private static boolean isStarted(
      Connection connection, TenantScope scope, Claim known, int number, Instant at)
      throws SQLException {
    return Sql.update(
            connection,
            START_PART,
            number,
            at,
            scope.organization().value(),
            known.id().value(),
            known.epoch(),
            ClaimState.SENDING)
        == 1;
  }

  private static boolean isPart(Connection connection, TenantScope scope, ClaimId claim, int number)
      throws SQLException {
    return Sql.first(
            connection,
            PARTS + " and number = ?",
            JdbcClaims::part,
            scope.organization().value(),
            claim.value(),
            number)
        .isPresent();
  }

  /// What [#FREE] would free.
  private static boolean isOver(Claim claim, Instant unchosenSince) {
    return !claim.key().chosen()
        && claim.state() == ClaimState.DONE
        && claim.changedAt().isBefore(Sql.kept(unchosenSince));
  }

  private static int move(
      Connection connection, TenantScope scope, Claim known, Claim moved, Optional<Sealed> answer)
      throws SQLException {
    return Sql.update(
        connection,
        MOVE + alsoOnMovingTo(moved.state()) + ", answer = ?" + IF_AS_KNOWN,
        moved.state(),
        moved.epoch(),
        moved.changedAt(),
        answer.orElse(null),
        scope.organization().value(),
        known.id().value(),
        known.epoch(),
        known.state());
  }

  private static String alsoOnMovingTo(ClaimState state) {
    return switch (state) {
      case CLAIMED, SENDING, UNKNOWN -> "";
      case DONE -> ", arguments = null";
      case FAILED_BEFORE_SEND -> ", arguments = null, open_key = null";
    };
  }

  private static Optional<Stored> find(Connection connection, TenantScope scope, ClaimId claim)
      throws SQLException {
    return Sql.first(
        connection,
        SELECT + " and claim_id = ?",
        ClaimRow::stored,
        scope.organization().value(),
        claim.value());
  }

  private static Part part(ResultSet row) throws SQLException {
    return new Part(
        row.getInt("number"),
        Part.State.valueOf(row.getString("state")),
        row.getString("reference"));
  }
}
