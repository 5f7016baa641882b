package dev.sallyport.application.port.out;

import java.time.Instant;

/// Which instances live.
///
/// An instance that is not heard of until the time it named counts as dead, and others end the
/// claims it left open. Throws [dev.sallyport.application.Unavailable] while the store is away.
public interface Nodes {
  /// Says that an instance lives until then, whatever was said of it before.
  void lives(String node, Instant until);

  /// Says that an instance has ended, and that others may see to what it left.
  void leaves(String node);
}
