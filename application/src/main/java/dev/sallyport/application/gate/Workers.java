package dev.sallyport.application.gate;

import dev.sallyport.application.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Threads that wait for backends, so that whoever called can stop waiting.
final class Workers implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("gate").factory());
  private final Watch watch = new Watch();
  private final InstantSource clock;

  Workers(InstantSource clock) {
    this.clock = clock;
  }

  /// Starts work that is waited for until then, and not much longer; it goes on all the same.
  ///
  /// @param told what came of it, once, and never on the thread that starts it
  <T> Future<T> start(Instant deadline, Work<T> work, Consumer<T> told) {
    var ended = new CompletableFuture<T>();
    CompletableFuture<T> result = ended.exceptionally(work::broken);
    Watch.Waiter waiter =
        watch.over(
            left(deadline), () -> ended.completeAsync(work::late, Thread::startVirtualThread));
    var _ = ended.whenComplete((_, _) -> watch.forget(waiter));
    var _ = result.thenAccept(told);
    try {
      ended.completeAsync(work::run, this::run);
    } catch (Unavailable closing) {
      watch.forget(waiter);
      throw closing;
    }
    return result;
  }

  <T> Future<T> start(Callable<T> work) {
    var result = new FutureTask<>(work);
    run(result);
    return result;
  }

  void run(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException e) {
      throw new Unavailable("the gate, which is closing", e);
    }
  }

  /// Waits for the work until then, and no longer than the thread is left alone.
  <T> Waiting<T> await(Future<T> work, Instant deadline) {
    try {
      return new Waiting.Ended<>(work.get(left(deadline).toMillis(), TimeUnit.MILLISECONDS));
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

  private Duration left(Instant deadline) {
    Duration left = Duration.between(clock.instant(), deadline);
    return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) > 0 ? LONGEST : left;
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
    watch.close();
  }

  /// Work that has an answer, whatever becomes of it.
  interface Work<T> {
    T run();

    /// What is answered if it takes too long.
    T late();

    T broken(Throwable fault);
  }

  /// How waiting ended.
  sealed interface Waiting<T> {
    record Ended<T>(T result) implements Waiting<T> {}

    record TimeOver<T>() implements Waiting<T> {}

    /// The caller was interrupted.
    record Left<T>() implements Waiting<T> {}
  }
}
