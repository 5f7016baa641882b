package dev.sallyport.architecture.offences.nobody_sleeps.adapters.out.jdbc;

import java.util.concurrent.TimeUnit;

final class UnitOffender {
  void pause() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(5);
  }
}
