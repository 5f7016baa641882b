package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Spending;
import dev.sallyport.domain.grant.Budget;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.policy.History.Sent;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Pseudonym;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// What was sent during one test: the claims as they were counted, and the sums made anew each
/// time.
public final class InMemorySpending implements Spending, Undoable {
  private final Shelf<Row> rows = new Shelf<>();
  private final AtomicLong turns = new AtomicLong();

  @Override
  public Outlook foresee(
      TenantScope scope, GrantId grant, LocalDate day, int sends, Set<Pseudonym> recipients) {
    return rows.step(all -> outlook(all.values(), scope, grant, day, sends, recipients));
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
    return rows.step(all -> {
      if (all.containsKey(key(scope, claim))) {
        return Spent.COUNTED;
      }
      Spent spent = judge(outlook(all.values(), scope, grant, day, sends, recipients), budget);
      if (spent == Spent.COUNTED) {
        all.put(
            key(scope, claim),
            new Row(turns.incrementAndGet(), scope, grant, day, sends, recipients));
      }
      return spent;
    });
  }

  @Override
  public void giveBack(TenantScope scope, ClaimId claim) {
    rows.step(all -> {
      all.remove(key(scope, claim));
      return claim;
    });
  }

  @Override
  public Runnable snapshot() {
    return rows.snapshot();
  }

  private static Outlook outlook(
      Collection<Row> rows,
      TenantScope scope,
      GrantId grant,
      LocalDate day,
      int sends,
      Set<Pseudonym> recipients) {
    List<Row> own =
        rows.stream()
            .filter(row -> row.scope().equals(scope) && row.grant().equals(grant))
            .sorted(Comparator.comparingLong(Row::turn))
            .toList();
    var ever = new HashSet<Pseudonym>();
    var onDay = new HashSet<Pseudonym>();
    int sent = 0;
    int newcomers = 0;
    for (Row row : own) {
      boolean counts = row.day().equals(day);
      sent += counts ? row.sends() : 0;
      newcomers += counts ? fresh(row.recipients(), ever) : 0;
      ever.addAll(row.recipients());
      onDay.addAll(counts ? row.recipients() : Set.of());
    }
    return new Outlook(
        new Sent(sent, onDay.size(), newcomers),
        new Sent(sends, fresh(recipients, onDay), fresh(recipients, ever)));
  }

  private static int fresh(Set<Pseudonym> recipients, Set<Pseudonym> known) {
    return (int) recipients.stream().filter(one -> !known.contains(one)).count();
  }

  private static Spent judge(Outlook outlook, Budget budget) {
    Sent today = outlook.today();
    Sent call = outlook.call();
    if (today.sends() > (long) budget.sends() - call.sends()) {
      return Spent.SENDS_EXCEEDED;
    }
    if (today.recipients() > (long) budget.recipients() - call.recipients()) {
      return Spent.RECIPIENTS_EXCEEDED;
    }
    return today.newcomers() > (long) budget.newcomers() - call.newcomers()
        ? Spent.NEWCOMERS_EXCEEDED
        : Spent.COUNTED;
  }

  private static String key(TenantScope scope, ClaimId claim) {
    return scope.organization().value() + "/" + claim.value();
  }

  private record Row(
      long turn,
      TenantScope scope,
      GrantId grant,
      LocalDate day,
      int sends,
      Set<Pseudonym> recipients) {
    Row {
      recipients = Set.copyOf(recipients);
    }
  }
}
