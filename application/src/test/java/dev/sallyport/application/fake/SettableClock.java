package dev.sallyport.application.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves when the test says so.
public final class SettableClock implements InstantSource {
  private volatile Instant now;

  public SettableClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void passes(Duration time) {
    now = now.plus(time);
  }
}
