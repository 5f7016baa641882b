package dev.sallyport.application.port.out;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// Who of several instances does a job that only one may do.
///
/// A lease that ran out is no protection by itself: its holder may not have noticed. What the job
/// writes has to be refused by the store once a higher fence was given. Throws
/// [dev.sallyport.application.Unavailable] while the store is away.
public interface Leases {
  /// Takes the job, or extends the lease of who holds it already, up to that long from now. Of
  /// several that ask at once exactly one must be answered that it holds the job.
  Holding claim(Job job, String holder, Duration length);

  /// Lets others have the job at once. A lease that has passed to another changes nothing.
  void release(Lease lease);

  /// Jobs that one instance does for all.
  enum Job {
    SEAL_LEDGER,
    SWEEP
  }

  /// The fence is higher than that of every holder before.
  record Lease(Job job, String holder, long fence, Instant until) {
    public Lease {
      Objects.requireNonNull(job);
      Objects.requireNonNull(holder);
      Objects.requireNonNull(until);
    }
  }

  /// How a claim ended.
  sealed interface Holding {
    /// The job is ours until the lease ends.
    record Held(Lease lease) implements Holding {}

    /// Somebody else has it until then, at least.
    record Elsewhere(Instant until) implements Holding {}
  }
}
