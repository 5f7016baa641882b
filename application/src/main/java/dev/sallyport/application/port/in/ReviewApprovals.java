package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import dev.sallyport.domain.approval.Approval;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Shows a person what waits for their answer.
public interface ReviewApprovals {
  /// The oldest first, and never what somebody else is asked.
  List<Question> open(Caller caller);

  /// An open question.
  ///
  /// @param text exactly what would be sent, and to whom; empty where it cannot be opened any more.
  ///   It is for this person alone
  record Question(Approval approval, Optional<String> text) {
    public Question {
      Objects.requireNonNull(approval);
      Objects.requireNonNull(text);
    }

    /// Without the text.
    @Override
    public String toString() {
      return "Question[" + approval.id() + "]";
    }
  }
}
