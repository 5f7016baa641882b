package dev.sallyport.application.gate;

import dev.sallyport.application.port.in.CallTool.Listener;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.content.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Reads under way, one for each key: whoever asks the same meanwhile waits for the same answer.
final class Flights<K, T> {
  private final Map<K, Flight<T>> under = new ConcurrentHashMap<>();
  private final Workers workers;

  Flights(Workers workers) {
    this.workers = workers;
  }

  /// Joins the read of that key, or starts it. It is told that nobody waits for it any more once
  /// everybody who joined has left.
  Flight<T> join(K key, Passenger passenger, Function<Aboard, Callable<T>> read) {
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

  private Flight<T> take(K key, Aboard aboard, Function<Aboard, Callable<T>> read) {
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
    private final Listener listener;
    private volatile boolean left;

    Passenger(Instant deadline, Listener listener) {
      this.deadline = deadline;
      this.listener = listener;
    }

    /// Called by each that stops waiting, in whatever way.
    void leaves() {
      left = true;
    }

    private boolean isGone() {
      return left || listener.gone();
    }
  }

  /// Those who wait for one read, as one other end: each hears what the read tells from when it
  /// boarded, and all can be asked the same.
  static final class Aboard implements Listener {
    private final ReentrantLock counting = new ReentrantLock();
    private final List<Passenger> passengers = new ArrayList<>();
    private final Listener first;
    private volatile Instant latest;

    Aboard(Passenger first) {
      this.first = first.listener;
      this.latest = first.deadline;
      passengers.add(first);
    }

    /// Whether everybody left, which stays so.
    @Override
    public boolean gone() {
      return waiting().isEmpty();
    }

    @Override
    public void progress(double done, double of) {
      waiting().forEach(passenger -> passenger.listener.progress(done, of));
    }

    @Override
    public void log(Severity severity, String line) {
      waiting().forEach(passenger -> passenger.listener.log(severity, line));
    }

    @Override
    public boolean canBeAsked(Question.Kind kind) {
      return first.canBeAsked(kind);
    }

    /// When the most patient of them stops waiting.
    Instant deadline() {
      return latest;
    }

    private List<Passenger> waiting() {
      counting.lock();
      try {
        passengers.removeIf(Passenger::isGone);
        return List.copyOf(passengers);
      } finally {
        counting.unlock();
      }
    }

    // a flight that everybody left takes nobody on
    private boolean boards(Passenger passenger) {
      counting.lock();
      try {
        if (gone()) {
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
