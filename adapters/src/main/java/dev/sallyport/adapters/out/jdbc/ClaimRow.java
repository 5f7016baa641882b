package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Claims.Stored;
import dev.sallyport.domain.claim.Claim;
import dev.sallyport.domain.claim.ClaimKey;
import dev.sallyport.domain.claim.ClaimState;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.vault.Sealed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/// How a claim lies in its row.
final class ClaimRow {
  /// All but what is sealed: no more is needed to tell whose instance is gone.
  static final String COLUMNS =
      "organization_id, claim_id, call_id, person_id, backend_id, grant_id, tool, key_text,"
          + " key_chosen, arguments_hash, state, epoch, claimed_at, changed_at";

  private static final String ADD =
      "insert into claims (organization_id, claim_id, call_id, person_id, backend_id, grant_id,"
          + " tool, key_text, key_chosen, open_key, arguments_hash, state, epoch, node,"
          + " claimed_at, changed_at, arguments)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

  private ClaimRow() {}

  /// The key as it is held: what nobody chose never meets what somebody chose.
  static String openKey(ClaimKey key) {
    return (key.chosen() ? "c:" : "a:") + key.value();
  }

  static int add(Connection connection, Claim claim, String node, Sealed arguments)
      throws SQLException {
    ClaimKey key = claim.key();
    return Sql.update(
        connection,
        ADD,
        claim.organization().value(),
        claim.id().value(),
        claim.call().value(),
        claim.person().value(),
        claim.backend().value(),
        key.grant().value(),
        key.tool().value(),
        key.value(),
        key.chosen(),
        openKey(key),
        claim.argumentsHash(),
        claim.state(),
        claim.epoch(),
        node,
        claim.claimedAt(),
        claim.changedAt(),
        arguments);
  }

  static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        claim(row), Sql.maybeSealed(row, "arguments"), Sql.maybeSealed(row, "answer"));
  }

  static Claim claim(ResultSet row) throws SQLException {
    return new Claim(
        new ClaimId(row.getString("claim_id")),
        new CallId(row.getString("call_id")),
        new OrganizationId(row.getString("organization_id")),
        new PersonId(row.getString("person_id")),
        new BackendId(row.getString("backend_id")),
        new ClaimKey(
            new GrantId(row.getString("grant_id")),
            new ToolName(row.getString("tool")),
            row.getString("key_text"),
            row.getBoolean("key_chosen")),
        row.getString("arguments_hash"),
        ClaimState.valueOf(row.getString("state")),
        row.getInt("epoch"),
        Sql.instant(row, "claimed_at"),
        Sql.instant(row, "changed_at"));
  }
}
