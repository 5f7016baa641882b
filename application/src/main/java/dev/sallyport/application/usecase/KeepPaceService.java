package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.bearer.Knocks;
import dev.sallyport.application.port.in.KeepPace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Counts both by grant, which is what a token stands for.
public final class KeepPaceService implements KeepPace {
  /// Whoever waits when told to is told so a few times; clients that ask for much at once, more.
  static final int TOLD_PER_MINUTE = 30;

  private final Knocks requests;
  private final Knocks told;

  public KeepPaceService(int perMinute, InstantSource clock) {
    this.requests = new Knocks(perMinute, clock);
    this.told = new Knocks(TOLD_PER_MINUTE, clock);
  }

  @Override
  public Optional<Duration> pause(Caller caller) {
    return told.pause(whose(caller));
  }

  @Override
  public Optional<Duration> count(Caller caller) {
    return requests.count(whose(caller));
  }

  @Override
  public void toldToWait(Caller caller) {
    var _ = told.count(whose(caller));
  }

  private static String whose(Caller caller) {
    return caller.grant().value();
  }
}
