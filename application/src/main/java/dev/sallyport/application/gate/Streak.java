package dev.sallyport.application.gate;

import dev.sallyport.application.Unavailable;

/// Tells a store that is away from one thing in it that cannot be reached: by several in a row.
final class Streak {
  private static final int AWAY = 3;

  private int missed;

  void reached() {
    missed = 0;
  }

  void missed(Unavailable away) {
    missed++;
    if (missed == AWAY) {
      throw away;
    }
  }
}
