package dev.sallyport.architecture.offences.randomness_comes_from_a_port.adapters.out.jdbc;

import java.security.SecureRandom;

final class SecureOffender {
  SecureRandom read() {
    return new SecureRandom();
  }
}
