package dev.sallyport.application.fake;

import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.approval.Approval.State;
import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Sealed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Questions that are forgotten with the test.
public final class InMemoryApprovals implements Approvals, Undoable {
  private final Shelf<Row> rows = new Shelf<>();

  @Override
  public Approval ask(TenantScope scope, Approval approval, Sealed text) {
    if (!approval.organization().equals(scope.organization())) {
      throw new IllegalArgumentException("a question is asked from within its organization");
    }
    return rows.step(all -> {
      Optional<Approval> live =
          about(scope, approval.grant(), approval.tool(), approval.binding(), approval.askedAt());
      if (live.isPresent()) {
        return live.get();
      }
      all.replaceAll((_, row) -> row.isAbout(approval) ? row.without() : row);
      all.put(approval.id().value(), new Row(approval, Optional.of(text)));
      return approval;
    });
  }

  @Override
  public Optional<Approval> about(
      TenantScope scope, GrantId grant, ToolName tool, String binding, Instant at) {
    return rows.all()
        .map(Row::approval)
        .filter(it -> it.organization().equals(scope.organization()) && it.isLive(at))
        .filter(it ->
            it.grant().equals(grant) && it.tool().equals(tool) && it.binding().equals(binding))
        .findAny();
  }

  @Override
  public Optional<Approval> find(TenantScope scope, ApprovalId approval) {
    return row(scope, approval).map(Row::approval);
  }

  @Override
  public Optional<Sealed> text(TenantScope scope, ApprovalId approval) {
    return row(scope, approval).flatMap(Row::text);
  }

  @Override
  public List<Approval> open(TenantScope scope, PersonId person, Instant at) {
    return rows.all()
        .map(Row::approval)
        .filter(it -> it.organization().equals(scope.organization()))
        .filter(it -> it.person().equals(person) && it.state() == State.ASKED && it.isLive(at))
        .sorted(Comparator.comparing(Approval::askedAt))
        .toList();
  }

  @Override
  public Answer answer(
      TenantScope scope, ApprovalId approval, PersonId person, State answer, Instant at) {
    if (answer != State.APPROVED && answer != State.DECLINED) {
      throw new IllegalArgumentException("an answer is yes or no");
    }
    return rows.step(all -> {
      Optional<Row> row =
          row(scope, approval).filter(found -> found.approval().person().equals(person));
      if (row.isEmpty()) {
        return new Answer.NotThere();
      }
      Approval before = row.get().approval();
      return before.state() == State.ASKED && before.isLive(at)
          ? new Answer.Taken(become(all, row.get(), answer))
          : new Answer.TooLate(before);
    });
  }

  @Override
  public Use use(TenantScope scope, ApprovalId approval, Instant at) {
    return rows.step(all -> {
      Optional<Row> row =
          row(scope, approval)
              .filter(found -> found.approval().state() == State.APPROVED)
              .filter(found -> found.approval().isLive(at));
      row.ifPresent(found -> become(all, found, State.USED));
      return row.isPresent() ? Use.USED : Use.SPENT;
    });
  }

  @Override
  public int forgetExpired(Instant at) {
    return rows.step(all -> {
      List<Row> expired =
          all.values().stream()
              .filter(row -> row.text().isPresent() && !row.approval().expiresAt().isAfter(at))
              .toList();
      expired.forEach(row -> all.put(row.approval().id().value(), row.without()));
      return expired.size();
    });
  }

  @Override
  public Runnable snapshot() {
    return rows.snapshot();
  }

  private Optional<Row> row(TenantScope scope, ApprovalId id) {
    return rows.get(id.value())
        .filter(row -> row.approval().organization().equals(scope.organization()));
  }

  private static Approval become(Map<String, Row> all, Row before, State state) {
    Row after = before.become(state);
    all.put(after.approval().id().value(), after);
    return after.approval();
  }

  private record Row(Approval approval, Optional<Sealed> text) {
    Row {
      Objects.requireNonNull(approval);
      Objects.requireNonNull(text);
    }

    boolean isAbout(Approval other) {
      return approval.organization().equals(other.organization())
          && approval.grant().equals(other.grant())
          && approval.tool().equals(other.tool())
          && approval.binding().equals(other.binding());
    }

    Row without() {
      return new Row(approval, Optional.empty());
    }

    Row become(State state) {
      Approval it = approval;
      var next =
          new Approval(
              it.id(),
              it.organization(),
              it.person(),
              it.grant(),
              it.tool(),
              it.binding(),
              it.rule(),
              state,
              it.askedAt(),
              it.expiresAt());
      return new Row(next, text.filter(_ -> state == State.APPROVED));
    }
  }
}
