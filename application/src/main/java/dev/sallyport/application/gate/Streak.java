package dev.sallyport.application.gate;

import dev.sallyport.application.Unavailable;
import java.util.concurrent.atomic.AtomicInteger;

/// Tells a store that is away from one thing in it that cannot be reached: by several in a row.
final class Streak {
  private static final int AWAY = 3;

  private final AtomicInteger missed = new AtomicInteger();

  void reached() {
    missed.set(0);
  }

  void missed(Unavailable away) {
    if (missed.incrementAndGet() == AWAY) {
      throw away;
    }
  }
}
