package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Spending;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.policy.History.Sent;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Pseudonym;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/// Counters for each grant and day, and beside them who was written to by which claim, from which
/// they can be counted again. Whoever counts for a grant has its row, one after the other.
@Singleton
final class JdbcSpending implements Spending {
  private static final String ADD_CLAIM =
      "insert into spending_claims (organization_id, claim_id, grant_id, on_day, sends)"
          + " values (?, ?, ?, ?, ?) on conflict do nothing";
  private static final String REMOVE_CLAIM =
      "delete from spending_claims where organization_id = ? and claim_id = ?";

  private final Database database;

  JdbcSpending(Database database) {
    this.database = database;
  }

  @Override
  public Outlook foresee(
      TenantScope scope, GrantId grant, LocalDate day, int sends, Set<Pseudonym> recipients) {
    return database.inTenant(
        scope,
        connection -> {
          var account = new SpendingAccount(connection, scope, grant);
          return new Outlook(account.sentOn(day), account.met(hex(recipients)).adding(day, sends));
        });
  }

  @Override
  public Spent spend(
      TenantScope scope,
      GrantId grant,
      LocalDate day,
      ClaimId claim,
      int sends,
      Set<Pseudonym> recipients,
      Budget budget) {
    return database.inTenant(
        scope,
        connection -> {
          var account = new SpendingAccount(connection, scope, grant);
          account.takeTurn();
          String organization = scope.organization().value();
          if (Sql.update(
                  connection, ADD_CLAIM, organization, claim.value(), grant.value(), day, sends)
              == 0) {
            return Spent.COUNTED;
          }
          Met met = account.met(hex(recipients));
          Sent more = met.adding(day, sends);
          if (account.count(day, more, budget) == 1) {
            account.remember(claim, day, met);
            return Spent.COUNTED;
          }
          Sql.update(connection, REMOVE_CLAIM, organization, claim.value());
          return exceeded(account.sentOn(day), more, budget);
        });
  }

  @Override
  public void giveBack(TenantScope scope, ClaimId claim) {
    database.inTenant(
        scope,
        connection -> {
          for (Counted counted : counted(connection, scope, claim)) {
            var account = new SpendingAccount(connection, scope, counted.grant());
            account.takeTurn();
            if (Sql.update(connection, REMOVE_CLAIM, scope.organization().value(), claim.value())
                == 1) {
              account.forget(claim, counted.day(), counted.sends());
            }
          }
          return claim;
        });
  }

  private static Iterable<Counted> counted(Connection connection, TenantScope scope, ClaimId claim)
      throws SQLException {
    return Sql.list(
        connection,
        "select grant_id, on_day, sends from spending_claims"
            + " where organization_id = ? and claim_id = ?",
        row ->
            new Counted(
                new GrantId(row.getString("grant_id")),
                row.getObject("on_day", LocalDate.class),
                row.getInt("sends")),
        scope.organization().value(),
        claim.value());
  }

  private static Spent exceeded(Sent today, Sent more, Budget budget) {
    if (today.sends() > (long) budget.sends() - more.sends()) {
      return Spent.SENDS_EXCEEDED;
    }
    return today.recipients() > (long) budget.recipients() - more.recipients()
        ? Spent.RECIPIENTS_EXCEEDED
        : Spent.NEWCOMERS_EXCEEDED;
  }

  private static Set<String> hex(Set<Pseudonym> recipients) {
    return recipients.stream().map(Pseudonym::hex).collect(Collectors.toUnmodifiableSet());
  }

  private record Counted(GrantId grant, LocalDate day, int sends) {}
}
