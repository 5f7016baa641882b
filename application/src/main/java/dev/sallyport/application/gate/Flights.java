package dev.sallyport.application.gate;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Reads under way, one for each key: whoever asks the same meanwhile waits for the same answer.
final class Flights<T> {
  private final Map<String, Flight<T>> under = new ConcurrentHashMap<>();
  private final Workers workers;

  Flights(Workers workers) {
    this.workers = workers;
  }

  /// Joins the read of that key, or starts it. It is told that nobody waits for it any more once
  /// everybody who joined has left.
  Flight<T> join(String key, Function<BooleanSupplier, Callable<T>> read) {
    return under.compute(
        key,
        (_, flying) -> {
          if (flying != null && flying.boards()) {
            return flying;
          }
          return take(key, read);
        });
  }

  int count() {
    return under.size();
  }

  private Flight<T> take(String key, Function<BooleanSupplier, Callable<T>> read) {
    var passengers = new AtomicInteger(1);
    Callable<T> work = read.apply(() -> passengers.get() == 0);
    var result = new FutureTask<T>(work);
    var flight = new Flight<>(passengers, result);
    workers.run(() -> {
      try {
        result.run();
      } finally {
        under.remove(key, flight);
      }
    });
    return flight;
  }

  /// One read, and how many wait for it.
  static final class Flight<T> {
    private final AtomicInteger passengers;
    private final Future<T> result;

    Flight(AtomicInteger passengers, Future<T> result) {
      this.passengers = passengers;
      this.result = result;
    }

    Future<T> result() {
      return result;
    }

    /// Called by each that stops waiting, in whatever way. The last one ends the read.
    void leave() {
      if (passengers.decrementAndGet() == 0) {
        result.cancel(true);
      }
    }

    // one that everybody left takes nobody on
    private boolean boards() {
      return passengers.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }
  }
}
