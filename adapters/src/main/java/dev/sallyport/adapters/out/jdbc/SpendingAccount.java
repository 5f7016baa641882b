package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.policy.History.Sent;
import dev.sallyport.domain.tenancy.TenantScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one grant has spent, within one transaction.
final class SpendingAccount {
  private static final String TAKE_TURN =
      "select grant_id from spenders where organization_id = ? and grant_id = ? for update";
  private static final String ADD_SPENDER =
      "insert into spenders (organization_id, grant_id) values (?, ?) on conflict do nothing";
  private static final String ADD_DAY =
      "insert into spending_days (organization_id, grant_id, on_day, sends, recipients, newcomers)"
          + " values (?, ?, ?, 0, 0, 0) on conflict do nothing";
  private static final String COUNT =
      "update spending_days set sends = sends + ?, recipients = recipients + ?,"
          + " newcomers = newcomers + ? where organization_id = ? and grant_id = ? and on_day = ?"
          + " and sends <= ? and recipients <= ? and newcomers <= ?";
  private static final String COUNT_BACK =
      "update spending_days set sends = sends - ?, recipients = recipients - ?,"
          + " newcomers = newcomers - ? where organization_id = ? and grant_id = ? and on_day = ?";
  private static final String SENT =
      "select sends, recipients, newcomers from spending_days"
          + " where organization_id = ? and grant_id = ? and on_day = ?";
  private static final String MET =
      "select distinct recipient, on_day from spending_recipients"
          + " where organization_id = ? and grant_id = ? and recipient = any(?)";
  private static final String REMEMBER =
      "insert into spending_recipients"
          + " (organization_id, claim_id, recipient, grant_id, on_day, newcomer)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String OF_CLAIM =
      "select recipient, newcomer from spending_recipients"
          + " where organization_id = ? and claim_id = ? order by recipient";
  private static final String FORGET =
      "delete from spending_recipients where organization_id = ? and claim_id = ?";
  private static final String NEXT =
      "select claim_id, on_day from spending_recipients"
          + " where organization_id = ? and grant_id = ? and recipient = ?"
          + " order by on_day, claim_id fetch first 1 row only";
  private static final String HAND_ON =
      "update spending_recipients set newcomer = true"
          + " where organization_id = ? and claim_id = ? and recipient = ?";

  private final Connection connection;
  private final String organization;
  private final String grant;

  SpendingAccount(Connection connection, TenantScope scope, GrantId grant) {
    this.connection = connection;
    this.organization = scope.organization().value();
    this.grant = grant.value();
  }

  /// Waits until nobody else counts for this grant, up to the end of the transaction.
  void takeTurn() throws SQLException {
    if (turn().isEmpty()) {
      Sql.update(connection, ADD_SPENDER, organization, grant);
      turn();
    }
  }

  Sent sentOn(LocalDate day) throws SQLException {
    return Sql.first(
            connection,
            SENT,
            row -> new Sent(row.getInt("sends"), row.getInt("recipients"), row.getInt("newcomers")),
            organization,
            grant,
            day)
        .orElse(Sent.NOTHING);
  }

  Met met(Set<String> recipients) throws SQLException {
    if (recipients.isEmpty()) {
      return new Met(recipients, Map.of());
    }
    Map<String, Set<LocalDate>> days = new HashMap<>();
    var these = connection.createArrayOf("varchar", recipients.toArray());
    Sql.list(
        connection,
        MET,
        row ->
            days.computeIfAbsent(row.getString("recipient"), _ -> new HashSet<>())
                .add(row.getObject("on_day", LocalDate.class)),
        organization,
        grant,
        these);
    return new Met(recipients, days);
  }

  /// One row if there was room, and none otherwise.
  int count(LocalDate day, Sent more, Budget budget) throws SQLException {
    int counted = countOn(day, more, budget);
    if (counted == 1) {
      return counted;
    }
    // there may be no row yet
    Sql.update(connection, ADD_DAY, organization, grant, day);
    return countOn(day, more, budget);
  }

  private int countOn(LocalDate day, Sent more, Budget budget) throws SQLException {
    return Sql.update(
        connection,
        COUNT,
        more.sends(),
        more.recipients(),
        more.newcomers(),
        organization,
        grant,
        day,
        (long) budget.sends() - more.sends(),
        (long) budget.recipients() - more.recipients(),
        (long) budget.newcomers() - more.newcomers());
  }

  void remember(ClaimId claim, LocalDate day, Met met) throws SQLException {
    try (var statement = connection.prepareStatement(REMEMBER)) {
      for (String recipient : met.recipients()) {
        statement.setString(1, organization);
        statement.setString(2, claim.value());
        statement.setString(3, recipient);
        statement.setString(4, grant);
        statement.setObject(5, day);
        statement.setBoolean(6, met.isNewcomer(recipient));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /// Counts a claim back. Who was written to by others too stays counted, and is then a newcomer of
  /// the first of them.
  void forget(ClaimId claim, LocalDate day, int sends) throws SQLException {
    List<Recalled> recalled =
        Sql.list(
            connection,
            OF_CLAIM,
            row -> new Recalled(row.getString("recipient"), row.getBoolean("newcomer")),
            organization,
            claim.value());
    Sql.update(connection, FORGET, organization, claim.value());
    Met left = met(Set.copyOf(recalled.stream().map(Recalled::recipient).toList()));
    countBack(day, sends, left.adding(day, 0).recipients(), 0);
    for (Recalled one : recalled) {
      if (one.newcomer()) {
        handOn(one.recipient(), day);
      }
    }
  }

  private void handOn(String recipient, LocalDate from) throws SQLException {
    Optional<Heir> heir =
        Sql.first(
            connection,
            NEXT,
            row -> new Heir(row.getString("claim_id"), row.getObject("on_day", LocalDate.class)),
            organization,
            grant,
            recipient);
    countBack(from, 0, 0, 1);
    if (heir.isPresent()) {
      Sql.update(connection, HAND_ON, organization, heir.get().claim(), recipient);
      countBack(heir.get().day(), 0, 0, -1);
    }
  }

  private void countBack(LocalDate day, int sends, int recipients, int newcomers)
      throws SQLException {
    Sql.update(connection, COUNT_BACK, sends, recipients, newcomers, organization, grant, day);
  }

  private Optional<String> turn() throws SQLException {
    return Sql.first(connection, TAKE_TURN, row -> row.getString("grant_id"), organization, grant);
  }

  private record Recalled(String recipient, boolean newcomer) {}

  private record Heir(String claim, LocalDate day) {}
}
