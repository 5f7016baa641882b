package dev.sallyport.architecture.offences.time_comes_from_a_clock.adapters.in.ops;

import java.time.Clock;
import java.time.ZoneOffset;

final class TickOffender {
  Clock read() {
    return Clock.tickSeconds(ZoneOffset.UTC);
  }
}
