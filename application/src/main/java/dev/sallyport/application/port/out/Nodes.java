package dev.sallyport.application.port.out;

import java.time.Duration;

/// Which instances live.
///
/// An instance that is not heard of for as long as it said counts as dead, and others end the
/// claims it left open. Time is the store's own, for the clocks of instances differ. Throws
/// [dev.sallyport.application.Unavailable] while the store is away.
public interface Nodes {
  /// Says that an instance lives for so long from now on, whatever was said of it before. For no
  /// time at all is allowed.
  void lives(String node, Duration life);

  /// Says that an instance has ended, and that others may see to what it left.
  void leaves(String node);
}
