package dev.sallyport.architecture.offences.time_comes_from_a_clock.adapters.in.ops;

import java.time.Clock;

final class ClockOffender {
  Clock read() {
    return Clock.systemUTC();
  }
}
