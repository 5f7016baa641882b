package dev.sallyport.adapters.kill;

import dev.sallyport.adapters.testbed.SlimHouse.Place;
import java.nio.file.Path;
import java.util.List;

/// What a worker is told on its way.
///
/// @param writes how many it finishes before it stops at its step
/// @param last the write that the life before was killed at, or `-`
record Life(Place place, int number, Step step, int writes, String last, Fault fault) {
  private static final int CONNECTIONS = 6;

  static Life of(String... arguments) {
    return new Life(
        new Place(arguments[0], arguments[1], Path.of(arguments[2]), CONNECTIONS),
        Integer.parseInt(arguments[3]),
        Step.valueOf(arguments[4]),
        Integer.parseInt(arguments[5]),
        arguments[6],
        Fault.valueOf(arguments[7]));
  }

  List<String> arguments() {
    return List.of(
        place.url(),
        String.valueOf(place.user()),
        place.folder().toString(),
        Integer.toString(number),
        step.name(),
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
