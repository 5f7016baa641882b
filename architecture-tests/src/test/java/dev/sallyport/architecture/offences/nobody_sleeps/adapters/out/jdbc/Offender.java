package dev.sallyport.architecture.offences.nobody_sleeps.adapters.out.jdbc;

import java.time.Duration;

final class Offender {
  void pause() throws InterruptedException {
    Thread.sleep(Duration.ofMillis(5));
  }
}
