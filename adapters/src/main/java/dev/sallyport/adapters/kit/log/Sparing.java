package dev.sallyport.adapters.kit.log;

import java.time.InstantSource;
import org.slf4j.Logger;

/// Lines that strangers can cause, as many as they like: so many are noted in a second, and of the
/// rest how many there were.
public final class Sparing {
  private static final int MOST = 50;
  private static final long SECOND_MILLIS = 1_000;

  private final Logger log;
  private final InstantSource clock;
  private long second;
  private int noted;
  private long leftOut;

  public Sparing(Logger log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /// Notes that, or counts it.
  public void info(String line, Object... parts) {
    if (mayNote()) {
      log.info(line, parts);
    }
  }

  private synchronized boolean mayNote() {
    long now = clock.millis() / SECOND_MILLIS;
    if (now != second) {
      second = now;
      noted = 0;
      if (leftOut > 0) {
        log.info("{} more lines like the next were left out", leftOut);
        leftOut = 0;
      }
    }
    if (noted < MOST) {
      noted++;
      return true;
    }
    leftOut++;
    return false;
  }
}
