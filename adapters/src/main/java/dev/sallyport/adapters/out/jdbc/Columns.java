package dev.sallyport.adapters.out.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Many rows as one parameter for each of their columns, for PostgreSQL to take apart.
///
/// Texts go as lines of one text and times as numbers, because arrays of either are written letter
/// by letter.
final class Columns<T> {
  private static final int USUAL = 40;

  private final Connection connection;
  private final List<T> rows;

  Columns(Connection connection, List<T> rows) {
    this.connection = connection;
    this.rows = rows;
  }

  /// What stands in a statement for a column of texts that hold no line break.
  static String texts() {
    return "string_to_array(?, chr(10))";
  }

  /// What makes a time of a column of numbers.
  static String timeOf(String column) {
    return "timestamptz 'epoch' + " + column + " * interval '1 microsecond'";
  }

  String texts(Function<T, String> text) {
    var lines = new StringBuilder(USUAL * rows.size());
    for (T row : rows) {
      lines.append(lines.isEmpty() ? "" : "\n").append(text.apply(row));
    }
    return lines.toString();
  }

  Array numbers(ToLongFunction<T> number) throws SQLException {
    return connection.createArrayOf(
        "int8", rows.stream().mapToLong(number).boxed().toArray(Long[]::new));
  }

  Array times(Function<T, Instant> time) throws SQLException {
    return numbers(row -> ChronoUnit.MICROS.between(Instant.EPOCH, time.apply(row)));
  }

  Array bytes(Function<T, byte[]> bytes) throws SQLException {
    return connection.createArrayOf("bytea", rows.stream().map(bytes).toArray(byte[][]::new));
  }
}
