package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.AnswerApproval;
import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.Approvals.Answer;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.approval.Approval.State;
import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Personal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// Stores an answer and its entry in the ledger in one unit.
public final class AnswerApprovalService implements AnswerApproval {
  private static final int ID_BYTES = 10;

  private final Approvals approvals;
  private final Ledger ledger;
  private final UnitOfWork units;
  private final Randomness randomness;
  private final InstantSource clock;

  public AnswerApprovalService(
      Approvals approvals,
      Ledger ledger,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    this.approvals = approvals;
    this.ledger = ledger;
    this.units = units;
    this.randomness = randomness;
    this.clock = clock;
  }

  @Override
  public Result answer(Caller caller, ApprovalId approval, Choice choice) {
    return units.run(caller.scope(), () -> new Keep<>(taken(caller, approval, choice)));
  }

  private Result taken(Caller caller, ApprovalId id, Choice choice) {
    // an assistant must not answer in the person's name, not even through another of their grants
    if (!caller.client().equals(ClientId.PAGES)) {
      return new Result.NotThere();
    }
    Instant at = clock.instant();
    return switch (approvals.answer(caller.scope(), id, caller.person(), stateOf(choice), at)) {
      case Answer.Taken(Approval answered) -> {
        ledger.append(caller.scope(), entry(answered, at));
        yield new Result.Taken(answered);
      }
      case Answer.TooLate(Approval before) -> new Result.TooLate(before);
      case Answer.NotThere() -> new Result.NotThere();
    };
  }

  private static State stateOf(Choice choice) {
    return switch (choice) {
      case APPROVE -> State.APPROVED;
      case DECLINE -> State.DECLINED;
    };
  }

  private Filing entry(Approval answered, Instant at) {
    Facts facts =
        Facts.none()
            .with(Fact.GRANT, answered.grant().value())
            .with(Fact.TOOL, answered.tool().value())
            .with(Fact.APPROVAL, answered.id().value())
            .with(Fact.RULE, answered.rule())
            .with(Fact.OUTCOME, answered.state().name().toLowerCase(Locale.ROOT));
    EntryId id = EntryId.of(at, randomness.bytes(ID_BYTES));
    return Filing.of(
        new Entry(id, answered.organization(), at, Kind.ANSWERED, facts, Personal.none()),
        answered.person());
  }
}
