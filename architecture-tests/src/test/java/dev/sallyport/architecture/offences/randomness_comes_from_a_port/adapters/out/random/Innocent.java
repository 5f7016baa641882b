package dev.sallyport.architecture.offences.randomness_comes_from_a_port.adapters.out.random;

import java.security.SecureRandom;

final class Innocent {
  SecureRandom read() {
    return new SecureRandom();
  }
}
