package dev.sallyport.application.gate;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
  Flight<T> join(String key, Instant deadline, Function<Aboard, Callable<T>> read) {
    return under.compute(
        key,
        (_, flying) ->
            flying != null && flying.aboard.boards(deadline)
                ? flying
                : take(key, new Aboard(deadline), read));
  }

  int count() {
    return under.size();
  }

  private Flight<T> take(String key, Aboard aboard, Function<Aboard, Callable<T>> read) {
    var result = new FutureTask<T>(read.apply(aboard));
    var flight = new Flight<>(aboard, result);
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
    private final Aboard aboard;
    private final Future<T> result;

    Flight(Aboard aboard, Future<T> result) {
      this.aboard = aboard;
      this.result = result;
    }

    Future<T> result() {
      return result;
    }

    /// Called by each that stops waiting, in whatever way. After the last one the read is told that
    /// it is cancelled; it is never interrupted, because that closes files, an embedded database's
    /// among them.
    void leave() {
      aboard.leaves();
    }
  }

  /// Those who wait for one read.
  static final class Aboard {
    private final AtomicInteger passengers = new AtomicInteger(1);
    private final AtomicReference<Instant> latest;

    Aboard(Instant deadline) {
      this.latest = new AtomicReference<>(deadline);
    }

    boolean isEmpty() {
      return passengers.get() == 0;
    }

    /// When the most patient of them stops waiting.
    Instant deadline() {
      return latest.get();
    }

    // a flight that everybody left takes nobody on
    private boolean boards(Instant deadline) {
      latest.accumulateAndGet(deadline, (one, two) -> one.isAfter(two) ? one : two);
      return passengers.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    private void leaves() {
      passengers.decrementAndGet();
    }
  }
}
