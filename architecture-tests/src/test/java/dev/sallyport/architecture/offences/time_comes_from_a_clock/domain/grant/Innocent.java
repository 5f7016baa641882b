package dev.sallyport.architecture.offences.time_comes_from_a_clock.domain.grant;

import java.time.Instant;
import java.time.InstantSource;

final class Innocent {
  Instant read(InstantSource clock) {
    return clock.instant();
  }
}
