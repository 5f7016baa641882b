package dev.sallyport.architecture.offences.randomness_comes_from_a_port.domain.grant;

import java.util.UUID;

final class Offender {
  UUID read() {
    return UUID.randomUUID();
  }
}
