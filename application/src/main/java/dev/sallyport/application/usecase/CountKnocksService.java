package dev.sallyport.application.usecase;

import dev.sallyport.application.bearer.Knocks;
import dev.sallyport.application.port.in.CountKnocks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Counts the same at all doors.
public final class CountKnocksService implements CountKnocks {
  private final Knocks knocks;

  public CountKnocksService(int perMinute, InstantSource clock) {
    this.knocks = new Knocks(perMinute, clock);
  }

  @Override
  public Optional<Duration> count(String address) {
    return knocks.count(address);
  }

  @Override
  public void forgive(String address) {
    knocks.forgive(address);
  }
}
