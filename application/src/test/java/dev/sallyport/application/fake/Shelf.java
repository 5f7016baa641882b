package dev.sallyport.application.fake;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// What stores in memory are made of: values by key, in the order of their keys, where one step
/// runs at a time and a unit of work can put everything back.
final class Shelf<V> implements Undoable {
  private final Map<String, V> values = new TreeMap<>();

  /// Runs a step that nobody else comes between.
  synchronized <T> T step(Function<Map<String, V>, T> step) {
    return step.apply(values);
  }

  synchronized Optional<V> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  synchronized Stream<V> all() {
    return values.values().stream().toList().stream();
  }

  @Override
  public synchronized Runnable snapshot() {
    Map<String, V> before = Map.copyOf(values);
    return () ->
        step(now -> {
          now.clear();
          now.putAll(before);
          return now.size();
        });
  }
}
