package dev.sallyport.adapters.out.jdbc;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Which rows of the change log were heard.
///
/// Rows are numbered when they are written and seen when they are committed, so a lower number may
/// come after a higher one, or never, if its unit was undone. It is waited for over so many looks
/// that no unit can still be between its last statement and its commit.
final class Heard {
  /// Two minutes of looks at least, four times what a statement may take.
  static final int PATIENCE = 480;

  /// Up to here everything was heard or will never come.
  private long floor;

  /// What was heard above that, and in which look.
  private final NavigableMap<Long, Long> beyond = new TreeMap<>();

  private long look;

  Heard(long floor) {
    this.floor = floor;
  }

  /// The number above which there may be rows that were not heard.
  long floor() {
    return floor;
  }

  void beginLook() {
    look++;
  }

  /// Whether it is heard for the first time.
  boolean isNews(long number) {
    return number > floor && beyond.putIfAbsent(number, look) == null;
  }

  void endLook() {
    for (Map.Entry<Long, Long> lowest = beyond.firstEntry();
        lowest != null && isSettledBelow(lowest);
        lowest = beyond.firstEntry()) {
      floor = lowest.getKey();
      beyond.pollFirstEntry();
    }
  }

  private boolean isSettledBelow(Map.Entry<Long, Long> heard) {
    return heard.getKey() == floor + 1 || look - heard.getValue() >= PATIENCE;
  }
}
