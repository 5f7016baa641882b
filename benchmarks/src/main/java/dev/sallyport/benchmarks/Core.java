package dev.sallyport.benchmarks;

import java.util.List;

/// Who runs where, so that nobody takes another's time.
enum Core {
  /// For the server that is measured, alone.
  SERVER(0),
  /// For all that would run elsewhere: the load, and the database.
  REST(1);

  private final int number;

  Core(int number) {
    this.number = number;
  }

  /// What a command begins with to stay there.
  List<String> pinned() {
    return List.of("taskset", "-c", String.valueOf(number));
  }
}
