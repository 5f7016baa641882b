package dev.sallyport.domain.tenancy;

import dev.sallyport.domain.taint.TaintMode;
import java.time.Duration;
import java.util.Objects;

/// What an organization wants done about sends by a grant that has read something from outside its
/// trusted circle, and for how long after it did.
public record TaintPolicy(TaintMode mode, Duration lasting) {
  private static final Duration LONGEST = Duration.ofDays(30);

  public TaintPolicy {
    Objects.requireNonNull(mode);
    if (!lasting.isPositive() || lasting.compareTo(LONGEST) > 0 || lasting.toSecondsPart() != 0) {
      throw new IllegalArgumentException("a taint lasts whole minutes, at most thirty days");
    }
  }

  /// What an organization has until it chooses.
  public static TaintPolicy standard() {
    return new TaintPolicy(TaintMode.ASK, Duration.ofMinutes(60));
  }
}
