package dev.sallyport.application.port.in;

import java.time.Duration;
import java.util.Optional;

/// Counts who comes without a good token, by address, at whichever door. Whoever shows one that was
/// found good before is neither counted nor held up, since a whole office may share an address with
/// somebody who tries keys.
public interface CountKnocks {
  /// Counts one; tells how long to wait if there were too many. A stranger is counted before
  /// anybody looks up what they show, so that no more try at once than one after the other. From
  /// memory alone.
  Optional<Duration> count(String address);

  /// Takes back one that was counted: what they showed is good, or nobody could say.
  void forgive(String address);
}
