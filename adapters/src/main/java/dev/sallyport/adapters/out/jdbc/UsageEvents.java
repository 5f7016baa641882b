package dev.sallyport.adapters.out.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What was used, one row for each call however often it is told.
final class UsageEvents {
  /// The tool and backend of units that nobody can say more about. No real one can have this name.
  static final String LOST = "(lost)";

  private static final String INTO =
      "insert into usage_event (call_id, organization_id, person_id, plan_id, backend_id, tool,"
          + " units, at, day_starts) ";
  private static final String INSERT =
      INTO + "values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
  private static final String AT_ONCE =
      "with added as ("
          + INTO
          + ("select call, ?, ?, ?, backend, tool, units, %s, ?"
                  + " from unnest(%2$s, %2$s, %2$s, ?::bigint[], ?::bigint[])"
                  + " as made (call, backend, tool, units, at)"
                  + " on conflict do nothing returning tool, units)"
                  + " select tool, sum(units) units from added group by tool")
              .formatted(Columns.timeOf("at"), Columns.texts());

  private UsageEvents() {}

  /// Answers the units of those that are new, by tool. Sorted, because counters are locked in an
  /// order.
  static SortedMap<String, Long> insert(
      Connection connection, Consumption whose, List<Event> events) throws SQLException {
    return events.size() > 1
            && connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
        ? insertAtOnce(connection, whose, events)
        : insertEach(connection, whose, events);
  }

  private static SortedMap<String, Long> insertAtOnce(
      Connection connection, Consumption whose, List<Event> events) throws SQLException {
    var columns = new Columns<>(connection, events);
    try (var rows = connection.prepareStatement(AT_ONCE)) {
      rows.setString(1, whose.organization());
      rows.setString(2, whose.person());
      rows.setString(3, whose.plan());
      rows.setObject(4, whose.day());
      rows.setString(5, columns.texts(Event::call));
      rows.setString(6, columns.texts(Event::backend));
      rows.setString(7, columns.texts(Event::tool));
      rows.setArray(8, columns.numbers(Event::units));
      rows.setArray(9, columns.times(event -> event.at().toInstant()));
      var byTool = new TreeMap<String, Long>();
      try (var row = rows.executeQuery()) {
        while (row.next()) {
          byTool.put(row.getString("tool"), row.getLong("units"));
        }
      }
      return byTool;
    }
  }

  private static SortedMap<String, Long> insertEach(
      Connection connection, Consumption whose, List<Event> events) throws SQLException {
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
          .collect(Collectors.toMap(Event::tool, Event::units, Long::sum, TreeMap::new));
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
