package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;

/// Brings writes to an end that have none yet.
public interface SettleClaims {
  /// Looks for what a caller's grant perhaps sent, as far as the quiet period is over.
  Report lookFor(Caller caller);

  /// Looks for what the grants that called of late perhaps sent.
  Report lookForRecent();

  /// Ends claims whose instance no longer lives: what was not being sent has failed, what was is
  /// unknown. Also stores what this instance could not store at once.
  Report recover();

  /// How many claims were brought on, and how many still wait.
  record Report(int settled, int waiting) {}
}
