package dev.sallyport.domain.tenancy;

/// What can be done in an organization.
public enum Act {
  USE_READING_TOOLS,
  /// Tools that write, send or destroy.
  USE_CHANGING_TOOLS,
  MANAGE_MEMBERS,
  MANAGE_OWNERS,
  MANAGE_PLAN,
  MANAGE_POLICY,
  SEE_USAGE,
  /// What was called and decided, without what was said.
  SEE_LEDGER,
  ERASE_ORGANIZATION
}
