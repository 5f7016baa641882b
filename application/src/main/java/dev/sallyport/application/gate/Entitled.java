package dev.sallyport.application.gate;

import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.plan.Allowance;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.policy.Belonging;
import dev.sallyport.domain.tenancy.TaintPolicy;
import dev.sallyport.domain.tool.ToolSet;
import java.time.Duration;
import java.time.Instant;

/// What a caller may, as it was when the stamp was read.
record Entitled(
    Grant grant,
    Belonging belonging,
    Plan plan,
    Allowance allowance,
    TaintPolicy taint,
    ToolSet offered,
    long stamp,
    Instant until) {
  private static final Duration EARLY = Duration.ofSeconds(3);

  /// Whether nobody announced a change since, and none that was announced before is due.
  boolean holds(long now, Instant at) {
    return stamp == now && at.isBefore(until);
  }

  /// Whether it is time to look again, although it holds.
  boolean isDue(Instant at) {
    return !at.isBefore(until.minus(EARLY));
  }
}
