package dev.sallyport.application.port.out;

import dev.sallyport.domain.tenancy.TenantScope;
import java.util.function.Supplier;

/// Makes what several stores do one step: all of it happens, or none.
///
/// Stores join the unit that runs on their thread; outside of one, each of their methods is a unit
/// of its own. A unit must not wait for anything but the database.
public interface UnitOfWork {
  /// Runs the work within one organization. It is undone if the work says so or throws, and an
  /// answer is only given once it is durable. Throws `Unavailable` if the store cannot tell or do
  /// it.
  <T> T run(TenantScope scope, Supplier<Ending<T>> work);

  /// How a unit ends, with what it answers either way.
  sealed interface Ending<T> {
    T answer();

    /// All that was done is kept.
    record Keep<T>(T answer) implements Ending<T> {}

    /// All that was done is undone.
    record Undo<T>(T answer) implements Ending<T> {}
  }
}
