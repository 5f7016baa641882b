package dev.sallyport.architecture.offences.time_comes_from_a_clock.domain.grant;

import java.time.Clock;
import java.time.Duration;

final class InnocentTick {
  Clock read(Clock clock) {
    return Clock.tick(clock, Duration.ofMinutes(5));
  }
}
