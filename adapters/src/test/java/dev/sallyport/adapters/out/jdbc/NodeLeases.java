package dev.sallyport.adapters.out.jdbc;

import java.time.Duration;

/// Lets instances live, as their leases say, for as long as a test wants.
final class NodeLeases {
  private final Database database;

  private NodeLeases(Database database) {
    this.database = database;
  }

  static NodeLeases in(Database database) {
    return new NodeLeases(database);
  }

  void hold(String node, Duration life) {
    new JdbcNodes(database).lives(node, life);
  }
}
