package dev.sallyport.adapters.kill;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

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

  private final Set<String> findings;

  Step(String... findings) {
    this.findings = Set.of(findings);
  }

  boolean mayLeave(String finding) {
    return findings.contains(finding);
  }

  int pairs() {
    return findings.size();
  }

  /// Whether there is something to recover after it.
  boolean leavesAnOpenClaim() {
    return ordinal() >= AFTER_CLAIM.ordinal() && ordinal() <= BEFORE_SETTLE_COMMIT.ordinal();
  }

  static List<Step> all() {
    return Arrays.asList(values());
  }
}
