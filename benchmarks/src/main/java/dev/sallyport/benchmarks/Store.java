package dev.sallyport.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/// A PostgreSQL of a server's own, under a user that row-level security binds.
record Store(EmbeddedPostgres postgres) implements AutoCloseable {
  private static final String NAME = "sallyport";

  static Store start() throws IOException, SQLException {
    var store = new Store(GateBench.writingThrough());
    store.run(
        "postgres",
        "create role sallyport login",
        "create role sallyport_tenant nologin",
        "create role sallyport_system nologin",
        "grant sallyport_tenant, sallyport_system to sallyport",
        "create database sallyport owner sallyport");
    return store;
  }

  /// What a server is told to use it.
  Map<String, String> settings() {
    return Map.of(
        "SALLYPORT_DATABASE_URL",
        "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), NAME),
        "SALLYPORT_DATABASE_USERNAME",
        NAME);
  }

  /// Puts everybody on a plan that bounds everything a plan can bound, and nobody in this run.
  void bound() throws SQLException {
    run(
        NAME,
        """
        insert into plan_terms values
          ('bench', timestamp with time zone '2000-01-01 00:00:00+00', 'Bench', 5,
            1000000000, 1000000000, 1000000000, 1000000000, 1000000000, 1000000000, 1000000000,
            1000000000, 1000000000, 1000000000, 1000000000, 5, 1000000000, 'BLOCK', 60, true)
        """,
        """
        insert into plan_right values
          ('bench', timestamp with time zone '2000-01-01 00:00:00+00', '*',
            'INCLUDED', 'INCLUDED', 'INCLUDED', 'INCLUDED', true, true)
        """,
        "update organizations set plan_id = 'bench'");
  }

  /// How many entries the ledger holds.
  long entries() throws SQLException {
    try (Connection connection = postgres.getDatabase("postgres", NAME).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from ledger_entry ")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void run(String database, String... statements) throws SQLException {
    try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
