package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.AnswerApproval;
import dev.sallyport.application.port.in.NarrowGrant;
import dev.sallyport.application.port.in.ReviewApprovals;
import dev.sallyport.application.port.in.RevokeGrant;
import dev.sallyport.application.port.out.Accounts;
import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Grants;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.usecase.AnswerApprovalService;
import dev.sallyport.application.usecase.NarrowGrantService;
import dev.sallyport.application.usecase.ReviewApprovalsService;
import dev.sallyport.application.usecase.RevokeGrantService;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Makes what people can do about their grants.
@Factory
final class GrantWiring {
  @Singleton
  AnswerApproval answerApproval(
      Approvals approvals,
      Ledger ledger,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    return new AnswerApprovalService(approvals, ledger, units, randomness, clock);
  }

  @Singleton
  ReviewApprovals reviewApprovals(
      Approvals approvals, PersonKeys keys, Vault vault, InstantSource clock) {
    return new ReviewApprovalsService(approvals, keys, vault, clock);
  }

  @Singleton
  NarrowGrant narrowGrant(
      Grants grants,
      Ledger ledger,
      Changes changes,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    return new NarrowGrantService(grants, ledger, changes, units, randomness, clock);
  }

  @Singleton
  RevokeGrant revokeGrant(
      Grants grants,
      Accounts accounts,
      Ledger ledger,
      Changes changes,
      UnitOfWork units,
      Randomness randomness,
      InstantSource clock) {
    return new RevokeGrantService(grants, accounts, ledger, changes, units, randomness, clock);
  }
}
