package dev.sallyport.domain.vault;

import dev.sallyport.domain.id.OrganizationId;

/// What is sealed under a person's key, and so goes with it.
public enum PersonalPart {
  /// What a write was called with.
  CLAIM_ARGUMENTS("claim-arguments"),
  /// What a write was answered.
  CLAIM_ANSWER("claim-answer"),
  /// What a person is asked to approve.
  APPROVAL_TEXT("approval"),
  /// An outside source that a grant has read.
  TAINT_SOURCE("taint"),
  /// What an entry of the ledger tells of people.
  LEDGER_ENTRY("ledger");

  private final String purpose;

  PersonalPart(String purpose) {
    this.purpose = purpose;
  }

  /// What it is bound to while it is sealed.
  ///
  /// @param owner the id of the row it lies in, or of the grant of a source
  public SealContext of(OrganizationId organization, String owner) {
    return SealContext.of(purpose, organization, owner);
  }
}
