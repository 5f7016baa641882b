package dev.sallyport.domain.plan;

/// How many units a node takes at once, to serve reads without asking the database each time.
public final class BlockSize {
  /// No block is more than this part of what is left. So what several nodes hold at once stays
  /// small beside it, and towards the end no block is worth its while.
  private static final long PART = 16;

  private BlockSize() {}

  /// What to take where that much is left and so much is wanted.
  public static long of(long left, long wanted) {
    return Math.max(0, Math.min(left / PART, wanted));
  }
}
