package dev.sallyport.application.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
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
  Flight<T> join(String key, Passenger passenger, Function<Aboard, Callable<T>> read) {
    return under.compute(
        key,
        (_, flying) ->
            flying != null && flying.aboard.boards(passenger)
                ? flying
                : take(key, new Aboard(passenger), read));
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

  /// One read, and those who wait for it.
  ///
  /// After the last of them has left, the read is told that it is cancelled; it is never
  /// interrupted, because that closes files, an embedded database's among them.
  record Flight<T>(Aboard aboard, Future<T> result) {}

  /// One who waits for a read, until it leaves or nobody waits for it either.
  static final class Passenger {
    private final Instant deadline;
    private final BooleanSupplier gone;
    private volatile boolean left;

    Passenger(Instant deadline, BooleanSupplier gone) {
      this.deadline = deadline;
      this.gone = gone;
    }

    /// Called by each that stops waiting, in whatever way.
    void leaves() {
      left = true;
    }

    private boolean isGone() {
      return left || gone.getAsBoolean();
    }
  }

  /// Those who wait for one read.
  static final class Aboard {
    private final ReentrantLock counting = new ReentrantLock();
    private final List<Passenger> passengers = new ArrayList<>();
    private volatile Instant latest;

    Aboard(Passenger first) {
      this.latest = first.deadline;
      passengers.add(first);
    }

    /// Whether everybody left, which stays so.
    boolean isEmpty() {
      counting.lock();
      try {
        passengers.removeIf(Passenger::isGone);
        return passengers.isEmpty();
      } finally {
        counting.unlock();
      }
    }

    /// When the most patient of them stops waiting.
    Instant deadline() {
      return latest;
    }

    // a flight that everybody left takes nobody on
    private boolean boards(Passenger passenger) {
      counting.lock();
      try {
        if (isEmpty()) {
          return false;
        }
        latest = passenger.deadline.isAfter(latest) ? passenger.deadline : latest;
        return passengers.add(passenger);
      } finally {
        counting.unlock();
      }
    }
  }
}
