package dev.sallyport.application.backend;

import java.time.Duration;

/// A tool that writes, sends or destroys. It is called once for a claim, and never again.
public non-sealed interface WriteTool<I, O> extends Tool<I, O> {
  Outcome<O> act(I input, Access access, Sending sending);

  /// Looks whether what has no known outcome arrived after all. Called only after the quiet period.
  ///
  /// Must find what this claim sent and nothing alike: after a while the same words may have been
  /// sent again, under another key. What cannot be told apart is `CannotTell`.
  Settlement<O> findSent(I input, Access access, Sending sending);

  /// The longest time a request can still be under way after we gave up on it.
  Duration quietPeriod();
}
