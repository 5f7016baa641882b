package dev.sallyport.architecture.offences.time_comes_from_a_clock.domain.grant;

import java.time.Clock;
import java.time.LocalDate;

final class InnocentDay {
  LocalDate read(Clock clock) {
    return LocalDate.now(clock);
  }
}
