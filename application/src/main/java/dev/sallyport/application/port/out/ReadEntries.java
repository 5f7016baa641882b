package dev.sallyport.application.port.out;

import dev.sallyport.domain.ledger.Filing;

/// Entries about reads, on their way to the ledger: stored within a second and in batches, because
/// a read cannot wait for a disk of its own.
public interface ReadEntries {
  /// Takes an entry. When there are too many on their way it makes the caller wait, and in the end
  /// answers that it did not take it; then the read must not be answered. What was taken is never
  /// dropped: while the ledger is away it waits.
  Taking take(Filing filing);

  /// Whether reads that were simply allowed get entries, as the operator chose. What was refused,
  /// or approved by a person, gets one all the same.
  PlainReads plainReads();

  /// Waits until everything that was taken so far is stored, or until it is plain that it cannot
  /// be.
  Flushing flush();

  /// What becomes of the entries of reads that were simply allowed.
  enum PlainReads {
    ENTERED,
    LEFT_OUT
  }

  /// Whether an entry was taken.
  sealed interface Taking {
    /// It will be stored.
    record Taken() implements Taking {}

    /// Too many wait; it will not be stored.
    record Overloaded() implements Taking {}
  }

  /// Whether all is stored.
  sealed interface Flushing {
    /// Everything that was taken is stored.
    record Flushed() implements Flushing {}

    /// So many are not.
    record StillWaiting(int entries) implements Flushing {}
  }
}
