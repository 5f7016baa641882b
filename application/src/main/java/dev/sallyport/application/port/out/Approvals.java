package dev.sallyport.application.port.out;

import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Questions put to people, and their answers.
public interface Approvals {
  /// Stores the question, unless one about exactly this is open or approved: then that one is
  /// answered, and nothing is stored.
  ///
  /// Must be one step: two calls that ask the same at once ask one question.
  ///
  /// @param text what the person is shown, sealed under their key; deleted when it is used or
  ///   declined, and by [#forgetExpired] or by the same question once it has expired
  Approval ask(TenantScope scope, Approval approval, Sealed text);

  /// The live question or approval about exactly this, if there is one.
  Optional<Approval> about(
      TenantScope scope, GrantId grant, ToolName tool, String binding, Instant at);

  Optional<Approval> find(TenantScope scope, ApprovalId approval);

  Optional<Sealed> text(TenantScope scope, ApprovalId approval);

  /// Open ones that have not expired, the oldest first.
  List<Approval> open(TenantScope scope, PersonId person, Instant at);

  /// Takes the person's answer. Must take only the first, in time, of the person asked; to anybody
  /// else the question is not there.
  Answer answer(
      TenantScope scope, ApprovalId approval, PersonId person, Approval.State answer, Instant at);

  /// Uses up an approval. Must succeed once, and only while it is live.
  Use use(TenantScope scope, ApprovalId approval, Instant at);

  /// Deletes the texts of all questions, of every organization, that have expired; answers how
  /// many.
  int forgetExpired(Instant at);

  /// What became of an answer.
  sealed interface Answer {
    /// It counts.
    record Taken(Approval approval) implements Answer {
      public Taken {
        Objects.requireNonNull(approval);
      }
    }

    /// It was answered before, or has expired.
    record TooLate(Approval approval) implements Answer {
      public TooLate {
        Objects.requireNonNull(approval);
      }
    }

    /// There is no such question for this person.
    record NotThere() implements Answer {}
  }

  /// What became of a wish to use an approval.
  enum Use {
    USED,
    SPENT
  }
}
