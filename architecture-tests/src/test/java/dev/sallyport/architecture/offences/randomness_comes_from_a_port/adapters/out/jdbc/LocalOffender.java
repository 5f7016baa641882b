package dev.sallyport.architecture.offences.randomness_comes_from_a_port.adapters.out.jdbc;

import java.util.concurrent.ThreadLocalRandom;

final class LocalOffender {
  int read() {
    return ThreadLocalRandom.current().nextInt();
  }
}
