package dev.sallyport.application.port.in;

/// Gives entries of the ledger their places in the chain and signs for them.
public interface SealLedger {
  /// Seals one batch, if this instance is the one that seals. Throws `Unavailable` while the store
  /// is away.
  Pass seal();

  /// Lets another instance seal at once.
  void handOver();

  /// What one pass came to.
  sealed interface Pass {
    /// So many were sealed; `more` if others may be waiting.
    record Sealed(int entries, boolean more) implements Pass {}

    /// Every entry is sealed.
    record NothingToSeal() implements Pass {}

    /// Another instance seals.
    record Elsewhere() implements Pass {}
  }
}
