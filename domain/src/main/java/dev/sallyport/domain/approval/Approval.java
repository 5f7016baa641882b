package dev.sallyport.domain.approval;

import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.vault.SealContext;
import java.time.Instant;
import java.util.Objects;

/// A question put to the one person who may answer it: may exactly this be done, once?
///
/// Approving sends nothing. The call is made again, with the same arguments, before it expires.
///
/// @param binding SHA-256 of tool, canonical arguments and recipients: one changed byte is another
///   question
public record Approval(
    ApprovalId id,
    OrganizationId organization,
    PersonId person,
    GrantId grant,
    ToolName tool,
    String binding,
    String rule,
    State state,
    Instant askedAt,
    Instant expiresAt) {
  public Approval {
    Objects.requireNonNull(id);
    Objects.requireNonNull(organization);
    Objects.requireNonNull(person);
    Objects.requireNonNull(grant);
    Objects.requireNonNull(tool);
    Objects.requireNonNull(binding);
    Objects.requireNonNull(rule);
    Objects.requireNonNull(state);
    Objects.requireNonNull(askedAt);
    Objects.requireNonNull(expiresAt);
  }

  public boolean isLive(Instant at) {
    return at.isBefore(expiresAt) && (state == State.ASKED || state == State.APPROVED);
  }

  /// What the text of the question is bound to while it is sealed.
  public SealContext textContext() {
    return SealContext.of("approval", organization, id.value());
  }

  /// What became of the question.
  public enum State {
    ASKED,
    APPROVED,
    DECLINED,
    /// Approved, and the call was made.
    USED
  }
}
