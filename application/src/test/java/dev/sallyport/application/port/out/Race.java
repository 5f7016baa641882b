package dev.sallyport.application.port.out;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Things done by several threads that start together.
public final class Race {
  private Race() {}

  /// What each racer answered, by its number.
  public static <T> List<T> of(int racers, IntFunction<T> step) throws Exception {
    var start = new CyclicBarrier(racers);
    List<Callable<T>> all =
        IntStream.range(0, racers).mapToObj(number -> racer(start, step, number)).toList();
    List<T> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(racers)) {
      for (var answer : threads.invokeAll(all)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  private static <T> Callable<T> racer(CyclicBarrier start, IntFunction<T> step, int number) {
    return () -> {
      start.await();
      return step.apply(number);
    };
  }
}
