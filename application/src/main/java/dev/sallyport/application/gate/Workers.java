package dev.sallyport.application.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Threads that wait for backends, so that whoever called can stop waiting.
final class Workers implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("gate-", 0).factory());
  private final InstantSource clock;

  Workers(InstantSource clock) {
    this.clock = clock;
  }

  <T> Future<T> start(Callable<T> work) {
    return threads.submit(work);
  }

  void run(Runnable work) {
    threads.execute(work);
  }

  /// Waits for the work until then, and no longer than the thread is left alone.
  <T> Waiting<T> await(Future<T> work, Instant deadline) {
    try {
      Duration left = Duration.between(clock.instant(), deadline);
      long millis = Math.clamp(left.toMillis(), 0, LONGEST.toMillis());
      return new Waiting.Ended<>(work.get(millis, TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return new Waiting.TimeOver<>();
    } catch (InterruptedException _) {
      // whoever waited is gone; the thread is not told again, so that it can note this
      return new Waiting.Left<>();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      // what has not ended by then is taken for lost: its claim says how far it came
      var _ = threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// How waiting ended.
  sealed interface Waiting<T> {
    record Ended<T>(T result) implements Waiting<T> {}

    record TimeOver<T>() implements Waiting<T> {}

    /// The caller was interrupted.
    record Left<T>() implements Waiting<T> {}
  }
}
