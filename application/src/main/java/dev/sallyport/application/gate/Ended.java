package dev.sallyport.application.gate;

import dev.sallyport.application.port.in.CallTool.Outcome;
import dev.sallyport.domain.claim.ClaimState;
import java.util.Optional;

/// How the sending of a claim ended, and what is to be kept of it.
///
/// @param kept what every later call of the same key is told, in the form of
///   [dev.sallyport.domain.claim.KeptText]
/// @param refunded whether nothing was done, so that nothing is charged
/// @param besides what is stored in the same unit
record Ended(
    ClaimState state, Optional<String> kept, boolean refunded, Outcome outcome, Runnable besides) {
  Ended(ClaimState state, Optional<String> kept, boolean refunded, Outcome outcome) {
    this(state, kept, refunded, outcome, Ended::nothing);
  }

  private static void nothing() {}

  /// Nothing was sent.
  static Ended unsent(Outcome outcome) {
    return new Ended(ClaimState.FAILED_BEFORE_SEND, Optional.empty(), true, outcome);
  }

  Ended and(Runnable more) {
    return new Ended(state, kept, refunded, outcome, more);
  }

  /// What must not be told before it is stored, is not.
  boolean tellsTheAnswer() {
    return outcome instanceof Outcome.Answered || outcome instanceof Outcome.AnsweredBefore;
  }

  /// Without what is kept.
  @Override
  public String toString() {
    return "Ended[" + state + ", " + outcome + "]";
  }
}
