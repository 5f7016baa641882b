package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.KeyChecks;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyCheck;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.RingKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One row for each key that was ever used.
@Singleton
final class JdbcKeyChecks implements KeyChecks {
  private static final int PATIENCE_MILLIS = 2_000;

  private final Database database;

  JdbcKeyChecks(Database database) {
    this.database = database;
  }

  @Override
  public List<KeyCheck> settle(List<RingKey> ring) {
    List<KeyCheck> stored = database.inSystem(JdbcKeyChecks::patiently);
    return ids(stored).containsAll(ids(current(ring)))
        ? stored
        : database.inSystem(connection -> settle(connection, ring));
  }

  /// Readiness asks this, and must be answered while the other side hangs.
  private static List<KeyCheck> patiently(Connection connection) throws SQLException {
    int patience = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
    List<KeyCheck> stored = stored(connection);
    connection.setNetworkTimeout(Runnable::run, patience);
    return stored;
  }

  private static List<KeyCheck> settle(Connection connection, List<RingKey> ring)
      throws SQLException {
    takeTurn(connection);
    if (held(ring).containsAll(ids(stored(connection)))) {
      insert(connection, current(ring));
    }
    return stored(connection);
  }

  /// Of rings that come at the same time, one is looked at and stored before the next.
  private static void takeTurn(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement("update key_check_turn set taken = taken + 1")) {
      statement.executeUpdate();
    }
  }

  private static void insert(Connection connection, List<KeyCheck> ring) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "insert into key_check (key_id, check_value) values (?, ?) on conflict do nothing")) {
      for (KeyCheck check : ring) {
        statement.setString(1, check.id().value());
        statement.setBytes(2, check.value().toArray());
        statement.executeUpdate();
      }
    }
  }

  private static List<KeyCheck> stored(Connection connection) throws SQLException {
    List<KeyCheck> stored = new ArrayList<>();
    try (var statement = connection.prepareStatement("select key_id, check_value from key_check");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        stored.add(
            new KeyCheck(
                new KeyId(row.getString("key_id")), Bytes.of(row.getBytes("check_value"))));
      }
    }
    return stored;
  }

  private static List<KeyCheck> current(List<RingKey> ring) {
    return ring.stream().filter(RingKey::current).map(RingKey::check).toList();
  }

  private static Set<KeyId> held(List<RingKey> ring) {
    return ring.stream().map(RingKey::id).collect(Collectors.toSet());
  }

  private static Set<KeyId> ids(List<KeyCheck> checks) {
    return checks.stream().map(KeyCheck::id).collect(Collectors.toSet());
  }
}
