package dev.sallyport.architecture.offences.time_comes_from_a_clock.domain.grant;

import java.time.LocalDate;
import java.time.ZoneOffset;

final class ZonedOffender {
  LocalDate read() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
