package dev.sallyport.application.sample;

import dev.sallyport.domain.approval.Approval;
import dev.sallyport.domain.id.ApprovalId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;

/// A question that was just asked: `anApproval().in(scope).of(person).approval()`.
public record AnApproval(Approval approval) {
  /// When sample questions were asked.
  public static final Instant ASKED = Instant.parse("2026-11-20T12:00:00.123456Z");

  /// When they expire.
  public static final Instant EXPIRES = ASKED.plus(Duration.ofMinutes(30));

  public static AnApproval anApproval() {
    return new AnApproval(
        new Approval(
            Fresh.approval(),
            Fresh.organization(),
            Fresh.person(),
            Fresh.grant(),
            new ToolName("send_message"),
            Fresh.hash(),
            "taint",
            Approval.State.ASKED,
            ASKED,
            EXPIRES));
  }

  /// The same question, asked by another call.
  public AnApproval again() {
    return with(Fresh.approval(), approval.organization(), approval.person(), ASKED);
  }

  public AnApproval in(OrganizationId organization) {
    return with(approval.id(), organization, approval.person(), approval.askedAt());
  }

  public AnApproval in(TenantScope scope) {
    return in(scope.organization());
  }

  public AnApproval of(PersonId person) {
    return with(approval.id(), approval.organization(), person, approval.askedAt());
  }

  /// Asked then, and open for half an hour.
  public AnApproval at(Instant time) {
    return with(approval.id(), approval.organization(), approval.person(), time);
  }

  private AnApproval with(
      ApprovalId id, OrganizationId organization, PersonId person, Instant asked) {
    Approval it = approval;
    return new AnApproval(
        new Approval(
            id,
            organization,
            person,
            it.grant(),
            it.tool(),
            it.binding(),
            it.rule(),
            it.state(),
            asked,
            asked.plus(Duration.ofMinutes(30))));
  }
}
