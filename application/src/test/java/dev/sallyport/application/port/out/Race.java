package dev.sallyport.application.port.out;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Things done by several threads that start together: each spins until the last one is there.
public final class Race {
  private Race() {}

  /// What each racer answered, by its number.
  public static <T> List<T> of(int racers, IntFunction<T> step) throws Exception {
    var awaited = new AtomicInteger(racers);
    List<Callable<T>> all =
        IntStream.range(0, racers).mapToObj(number -> racer(awaited, step, number)).toList();
    List<T> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(racers)) {
      for (var answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private static <T> Callable<T> racer(AtomicInteger awaited, IntFunction<T> step, int number) {
    return () -> {
      awaited.decrementAndGet();
      while (awaited.get() > 0) {
        Thread.onSpinWait();
      }
      return step.apply(number);
    };
  }
}
