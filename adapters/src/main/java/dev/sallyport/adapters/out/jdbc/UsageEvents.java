package dev.sallyport.adapters.out.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

/// What was used, one row for each call however often it is told.
final class UsageEvents {
  /// The tool and backend of units that nobody can say more about. No real one can have this name.
  static final String LOST = "(lost)";

  private static final String INSERT =
      "insert into usage_event (call_id, organization_id, person_id, plan_id, backend_id, tool,"
          + " units, at, day_starts) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

  private UsageEvents() {}

  /// Answers for each whether it is new.
  static List<Event> insert(Connection connection, Consumption whose, List<Event> events)
      throws SQLException {
    try (var rows = connection.prepareStatement(INSERT)) {
      rows.setString(2, whose.organization());
      rows.setString(3, whose.person());
      rows.setString(4, whose.plan());
      rows.setObject(9, whose.day());
      for (Event event : events) {
        add(rows, event);
      }
      int[] inserted = rows.executeBatch();
      return IntStream.range(0, inserted.length)
          .filter(i -> inserted[i] == 1)
          .mapToObj(events::get)
          .toList();
    }
  }

  static boolean exists(Connection connection, String organization, String call)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select 1 from usage_event where organization_id = ? and call_id = ?")) {
      statement.setString(1, organization);
      statement.setString(2, call);
      try (var row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void add(PreparedStatement rows, Event event) throws SQLException {
    rows.setString(1, event.call());
    rows.setString(5, event.backend());
    rows.setString(6, event.tool());
    rows.setLong(7, event.units());
    rows.setObject(8, event.at());
    rows.addBatch();
  }

  /// One call that was made.
  record Event(String call, String backend, String tool, long units, OffsetDateTime at) {}
}
