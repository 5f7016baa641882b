package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.ledger.SealedEntry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Writes the places of entries. Each statement takes a whole batch: one row at a time is too slow
/// to keep up with reads.
final class SealRows {
  private SealRows() {}

  static void insert(Connection connection, List<SealedEntry> sealed) throws SQLException {
    Array ids =
        connection.createArrayOf(
            "varchar", sealed.stream().map(it -> it.entry().id().value()).toArray());
    try (var places =
            connection.prepareStatement(
                "insert into ledger_seal (sequence, entry_id, link)"
                    + " select * from unnest(cast(? as bigint array), cast(? as varchar array),"
                    + " cast(? as bytea array))");
        var waiting =
            connection.prepareStatement("delete from ledger_open where entry_id = any(?)")) {
      places.setArray(1, sequences(connection, sealed));
      places.setArray(2, ids);
      places.setArray(3, links(connection, sealed));
      places.executeUpdate();
      waiting.setArray(1, ids);
      waiting.executeUpdate();
    }
  }

  private static Array sequences(Connection connection, List<SealedEntry> sealed)
      throws SQLException {
    return connection.createArrayOf("bigint", sealed.stream().map(SealedEntry::sequence).toArray());
  }

  private static Array links(Connection connection, List<SealedEntry> sealed) throws SQLException {
    return connection.createArrayOf(
        "bytea", sealed.stream().map(it -> it.link().bytes()).toArray(byte[][]::new));
  }
}
