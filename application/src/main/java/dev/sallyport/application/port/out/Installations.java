package dev.sallyport.application.port.out;

import dev.sallyport.domain.instance.Installation;

/// The one installation that a database belongs to.
public interface Installations {
  /// Stores the proposal if nothing is stored yet, and answers what is stored then.
  ///
  /// Must be one step: of instances that start together exactly one proposal is stored, and all are
  /// answered that one. Instants keep their microseconds. Throws
  /// [dev.sallyport.application.Unavailable] while the store is away.
  Installation settle(Installation proposal);
}
