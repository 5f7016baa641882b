package dev.sallyport.architecture.offences.randomness_comes_from_a_port.domain.grant;

import java.util.UUID;
import java.util.function.Supplier;

final class ReferringOffender {
  Supplier<UUID> read() {
    return UUID::randomUUID;
  }
}
