package dev.sallyport.application.port.in;

import java.time.Duration;
import java.util.Optional;

/// Counts who comes without a good token, by address, at whichever door. Whoever shows one that is
/// known to be good is neither counted nor held up, since a whole office may share an address with
/// somebody who tries keys.
public interface CountKnocks {
  /// Counts one; tells how long to wait if there were too many. From memory alone.
  Optional<Duration> count(String address);

  /// Tells how long to wait if there were too many, and counts none: asked before anybody looks up
  /// what is not remembered. From memory alone.
  Optional<Duration> pause(String address);
}
