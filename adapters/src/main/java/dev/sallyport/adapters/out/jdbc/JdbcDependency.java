package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Dependency;
import dev.sallyport.domain.health.Health;
import dev.sallyport.domain.health.Need;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.flywaydb.core.api.FlywayException;

/// The database as something to lean on: it is up when it answers from its own tables.
@Singleton
final class JdbcDependency implements Dependency {
  private static final int PATIENCE_MILLIS = 1_000;

  private final Database database;

  JdbcDependency(Database database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Need need() {
    return Need.REQUIRED;
  }

  @Override
  public Health health() {
    try {
      return ask();
    } catch (SQLTransientException | FlywayException e) {
      return new Health.Down(Reasons.of(e));
    } catch (SQLException _) {
      return askOnFreshConnection();
    }
  }

  /// A connection from before an outage fails though the database is back; its fellows in the pool
  /// would fail others, one by one.
  private Health askOnFreshConnection() {
    database.dropIdleConnections();
    try {
      return ask();
    } catch (SQLException | FlywayException e) {
      return new Health.Down(Reasons.of(e));
    }
  }

  private Health ask() throws SQLException {
    try (var connection = database.connection()) {
      // not a statement's timeout: that one asks the other side to stop, which may not be there
      connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
      try (var count = connection.prepareStatement("select count(*) from installation")) {
        count.executeQuery().close();
      }
      return new Health.Up();
    }
  }
}
