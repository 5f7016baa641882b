package dev.sallyport.domain.tenancy;

/// What somebody is in an organization, and thereby what they may do there.
public enum Role {
  OWNER,
  ADMIN,
  MEMBER,
  /// Sees what was done, and does nothing.
  AUDITOR;

  public boolean may(Act act) {
    return switch (this) {
      case OWNER -> true;
      case ADMIN -> act != Act.ERASE_ORGANIZATION && act != Act.MANAGE_OWNERS;
      case MEMBER -> act == Act.USE_READING_TOOLS || act == Act.USE_CHANGING_TOOLS;
      case AUDITOR -> act == Act.SEE_USAGE || act == Act.SEE_LEDGER;
    };
  }
}
