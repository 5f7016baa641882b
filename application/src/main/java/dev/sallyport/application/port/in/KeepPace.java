package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import java.time.Duration;
import java.util.Optional;

/// Bounds what one connection may send at all, by instance: what counts against no limit of its
/// plan, and calls by whoever does not wait when told to. From memory alone, and of so many
/// connections at most.
public interface KeepPace {
  /// Tells how long to wait if the caller was told to wait too often and went on. Counts nothing.
  Optional<Duration> pause(Caller caller);

  /// Counts a request that counts against no limit; tells how long to wait if there were too many.
  Optional<Duration> count(Caller caller);

  /// A limit of theirs refused the caller, with a time to come again.
  void toldToWait(Caller caller);
}
