package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Randomness;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// Tells the rows of one instance from those of others, and counts each of its own once.
///
/// A row is met twice, by whoever committed it and by whoever reads the log, in either order. The
/// first to meet it counts it.
final class Marks {
  private static final int BYTES = 12;

  /// Far more than are committed between two looks.
  private static final int MOST = 100_000;

  private final String ours;
  private final AtomicLong last = new AtomicLong();
  private final ReentrantLock turn = new ReentrantLock();
  private final Set<String> metOnce = new HashSet<>();

  Marks(Randomness randomness) {
    this.ours = HexFormat.of().formatHex(randomness.bytes(BYTES)) + "-";
  }

  /// Differs from every other row's.
  String next() {
    return ours + last.incrementAndGet();
  }

  boolean isOurs(String mark) {
    return mark.startsWith(ours);
  }

  /// Counts what is met for the first time, and whoever meets it next goes on only after that.
  void once(String mark, Runnable counting) {
    turn.lock();
    try {
      if (!metOnce.remove(mark)) {
        if (metOnce.size() >= MOST) {
          // of these some count twice, which only makes somebody look again
          metOnce.clear();
        }
        metOnce.add(mark);
        counting.run();
      }
    } finally {
      turn.unlock();
    }
  }
}
