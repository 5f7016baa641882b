package dev.sallyport.architecture.offences.time_comes_from_a_clock.domain.grant;

import java.time.Instant;

final class Offender {
  Instant read() {
    return Instant.now();
  }
}
