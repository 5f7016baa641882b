package dev.sallyport.application.port.out;

import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.policy.History.Sent;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Pseudonym;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/// What was sent through each grant on each day (UTC), counted against its budget.
public interface Spending {
  /// What was sent today, and what sending to these would add.
  Outlook foresee(
      TenantScope scope, GrantId grant, LocalDate day, int sends, Set<Pseudonym> recipients);

  /// Counts a claim's sends if the budget has room for all of them.
  ///
  /// Must be exact whoever else is spending at the same moment, and must count nothing if it says
  /// `Exceeded`. A claim is counted once.
  Spent spend(
      TenantScope scope,
      GrantId grant,
      LocalDate day,
      ClaimId claim,
      int sends,
      Set<Pseudonym> recipients,
      Budget budget);

  /// Takes back what a claim counted: nothing was sent. Again changes nothing.
  void giveBack(TenantScope scope, ClaimId claim);

  /// What there was, and what there would be.
  ///
  /// @param today what was counted
  /// @param call what a call would add
  record Outlook(Sent today, Sent call) {
    public Outlook {
      Objects.requireNonNull(today);
      Objects.requireNonNull(call);
    }
  }

  /// Whether there was room.
  enum Spent {
    COUNTED,
    SENDS_EXCEEDED,
    RECIPIENTS_EXCEEDED,
    NEWCOMERS_EXCEEDED
  }
}
