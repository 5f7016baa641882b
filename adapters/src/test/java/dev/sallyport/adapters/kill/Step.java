package dev.sallyport.adapters.kill;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/// Where a worker stands when it is killed, and how its write may be found afterwards.
enum Step {
  BEFORE_CLAIM("none"),
  /// The claim is written, and not committed.
  IN_CLAIM("none"),
  /// So are its quota, its budget and its entry.
  BEFORE_CLAIM_COMMIT("none"),
  AFTER_CLAIM("FAILED_BEFORE_SEND, not sent"),
  BEFORE_SENDING("FAILED_BEFORE_SEND, not sent"),
  AFTER_SENDING("UNKNOWN, not sent"),
  BEFORE_SEND("UNKNOWN, not sent"),
  AFTER_SEND("UNKNOWN, sent"),
  /// The answer is there, and nothing of it is written.
  BEFORE_SETTLE("UNKNOWN, sent"),
  IN_SETTLE("UNKNOWN, sent"),
  BEFORE_SETTLE_COMMIT("UNKNOWN, sent"),
  AFTER_SETTLE("DONE, sent"),
  /// The sealer has signed, and stored nothing.
  SEALING("sealing"),
  AFTER_SEALING("sealing"),
  /// The one that recovers is killed itself, in the middle of ending a claim.
  RECOVERING("FAILED_BEFORE_SEND, not sent", "UNKNOWN, not sent", "UNKNOWN, sent");

  private final String findings;

  Step(String... findings) {
    this.findings = String.join(";", findings);
  }

  boolean mayLeave(String finding) {
    return List.of(findings.split(";", -1)).contains(finding);
  }

  /// Whether there is something to recover after it.
  boolean leavesAnOpenClaim() {
    return EnumSet.range(AFTER_CLAIM, BEFORE_SETTLE_COMMIT).contains(this);
  }

  static List<Step> all() {
    return Arrays.asList(values());
  }
}
