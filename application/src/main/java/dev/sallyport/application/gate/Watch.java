package dev.sallyport.application.gate;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets go whoever has waited long enough. One look at everybody twenty times a second costs a call
/// less than a timer of its own.
final class Watch implements AutoCloseable {
  private static final Duration BEAT = Duration.ofMillis(50);

  private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("gate-watch").factory());

  Watch() {
    var _ =
        beats.scheduleWithFixedDelay(
            this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Lets go no sooner than after so long, and soon afterwards, unless it is forgotten before.
  Waiter over(Duration patience, Runnable letGo) {
    // the beat that comes next may come at once
    long beats = patience.toMillis() / BEAT.toMillis() + 2;
    var waiter = new Waiter(new AtomicInteger(Math.clamp(beats, 2, Integer.MAX_VALUE)), letGo);
    waiters.add(waiter);
    return waiter;
  }

  void forget(Waiter waiter) {
    waiters.remove(waiter);
  }

  /// Nobody is waited for any longer.
  @Override
  public void close() {
    beats.shutdown();
    waiters.forEach(waiter -> waiter.letGo.run());
  }

  private void beat() {
    waiters.removeIf(Waiter::isOver);
  }

  /// One who waits, told from every other.
  static final class Waiter {
    private final AtomicInteger beats;
    private final Runnable letGo;

    private Waiter(AtomicInteger beats, Runnable letGo) {
      this.beats = beats;
      this.letGo = letGo;
    }

    private boolean isOver() {
      boolean over = beats.decrementAndGet() <= 0;
      if (over) {
        letGo.run();
      }
      return over;
    }
  }
}
