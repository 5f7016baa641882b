package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.id.ApprovalId;
import java.util.Objects;

/// Takes a person's answer to what a grant of theirs asked. It sends nothing: the call is made
/// again.
public interface AnswerApproval {
  /// Only the person asked can answer, and not through the grant that asked: to anybody else there
  /// is no such question.
  Result answer(Caller caller, ApprovalId approval, Choice choice);

  /// What a person can say.
  enum Choice {
    APPROVE,
    DECLINE
  }

  /// What became of the answer.
  sealed interface Result {
    /// It counts.
    record Taken(Approval approval) implements Result {
      public Taken {
        Objects.requireNonNull(approval);
      }
    }

    /// It was answered before, or has expired.
    record TooLate(Approval approval) implements Result {
      public TooLate {
        Objects.requireNonNull(approval);
      }
    }

    /// There is no such question for this caller.
    record NotThere() implements Result {}
  }
}
