package dev.sallyport.architecture.offences.time_comes_from_a_clock.domain.grant;

import java.time.Instant;
import java.util.function.Supplier;

final class ReferringOffender {
  Supplier<Instant> read() {
    return Instant::now;
  }
}
