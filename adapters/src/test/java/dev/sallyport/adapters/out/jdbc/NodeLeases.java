package dev.sallyport.adapters.out.jdbc;

import java.sql.SQLException;
import java.time.Instant;

/// Lets instances live, as their leases say, for as long as a test wants.
final class NodeLeases {
  private final Database database;

  private NodeLeases(Database database) {
    this.database = database;
  }

  static NodeLeases in(Database database) {
    return new NodeLeases(database);
  }

  void hold(String node, Instant until) {
    try (var connection = database.connection()) {
      Sql.update(connection, "delete from lease where job = ?", "node:" + node);
      Sql.update(
          connection,
          "insert into lease (job, holder, fence, until) values (?, ?, 1, ?)",
          "node:" + node,
          node,
          until);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
