package dev.sallyport.domain.plan;

/// How many units a node takes at once, to serve reads without asking the database each time.
public final class BlockSize {
  /// No block is more than this part of what is left, so that nodes share even the last units.
  private static final long PART = 16;

  private BlockSize() {}

  /// What to take where that much is left: what is wanted while there is plenty, and only what is
  /// needed towards the end.
  public static long of(long left, long needed, long wanted) {
    return Math.clamp(left / PART, needed, Math.max(needed, wanted));
  }
}
