package dev.sallyport.architecture.offences.nobody_sleeps.adapters.out.jdbc;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

final class Innocent {
  boolean pause(CountDownLatch done) throws InterruptedException {
    return done.await(5, TimeUnit.MILLISECONDS);
  }
}
