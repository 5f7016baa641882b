package dev.sallyport.adapters.kill;

import dev.sallyport.adapters.testbed.SlimHouse.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one house of a worker is told on its way.
///
/// @param step where it is to be killed; none if it is to end by itself
/// @param writes how many it finishes before it stops at its step
/// @param last the write that the life before was killed at, or `-`
record Life(Place place, int number, @Nullable Step step, int writes, String last, Fault fault) {
  private static final int CONNECTIONS = 4;
  private static final int WORDS = 8;
  private static final String NONE = "-";

  /// Those of all houses of one worker, one after the other.
  static List<Life> all(String... arguments) {
    return Stream.of(arguments).gather(Gatherers.windowFixed(WORDS)).map(Life::of).toList();
  }

  private static Life of(List<String> words) {
    return new Life(
        new Place(words.get(0), words.get(1), Path.of(words.get(2)), CONNECTIONS),
        Integer.parseInt(words.get(3)),
        words.get(4).equals(NONE) ? null : Step.valueOf(words.get(4)),
        Integer.parseInt(words.get(5)),
        words.get(6),
        Fault.valueOf(words.get(7)));
  }

  List<String> arguments() {
    return List.of(
        place.url(),
        String.valueOf(place.user()),
        place.folder().toString(),
        Integer.toString(number),
        step == null ? NONE : step.name(),
        Integer.toString(writes),
        last,
        fault.name());
  }

  String name(String thread, int write) {
    return "%s-%d-%d".formatted(thread, number, write);
  }

  /// What is broken on purpose.
  enum Fault {
    NONE,
    SKIPS_CLAIMS
  }
}
