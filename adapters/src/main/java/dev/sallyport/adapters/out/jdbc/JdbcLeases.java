package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Leases;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// One row for each job, changed by single conditional statements.
@Singleton
final class JdbcLeases implements Leases {
  private final Database database;
  private final InstantSource clock;

  JdbcLeases(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Holding claim(Job job, String holder, Duration length) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var wanted = new Lease(job, holder, 1, now.plus(length));
    return database.inSystem(connection -> {
      boolean held =
          extended(connection, wanted, now)
              || takenOver(connection, wanted, now)
              || begun(connection, wanted);
      Lease stored = stored(connection, job);
      return held ? new Holding.Held(stored) : new Holding.Elsewhere(stored.until());
    });
  }

  @Override
  public void release(Lease lease) {
    database.inSystem(connection -> {
      try (var statement =
          connection.prepareStatement("update lease set until = ? where job = ? and fence = ?")) {
        statement.setObject(1, time(Instant.EPOCH));
        statement.setString(2, lease.job().name());
        statement.setLong(3, lease.fence());
        return statement.executeUpdate();
      }
    });
  }

  /// Whether no higher fence was given; if so, none is given before this transaction ends.
  static boolean standsBehind(Connection connection, Lease lease) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select fence from lease where job = ? and fence = ? for update")) {
      statement.setString(1, lease.job().name());
      statement.setLong(2, lease.fence());
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static boolean extended(Connection connection, Lease wanted, Instant now)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "update lease set until = ? where job = ? and holder = ? and until > ?")) {
      statement.setObject(1, time(wanted.until()));
      statement.setString(2, wanted.job().name());
      statement.setString(3, wanted.holder());
      statement.setObject(4, time(now));
      return statement.executeUpdate() == 1;
    }
  }

  private static boolean takenOver(Connection connection, Lease wanted, Instant now)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "update lease set until = ?, holder = ?, fence = fence + 1"
                + " where job = ? and until <= ?")) {
      statement.setObject(1, time(wanted.until()));
      statement.setString(2, wanted.holder());
      statement.setString(3, wanted.job().name());
      statement.setObject(4, time(now));
      return statement.executeUpdate() == 1;
    }
  }

  private static boolean begun(Connection connection, Lease wanted) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "insert into lease (job, holder, fence, until) values (?, ?, ?, ?)"
                + " on conflict do nothing")) {
      statement.setString(1, wanted.job().name());
      statement.setString(2, wanted.holder());
      statement.setLong(3, wanted.fence());
      statement.setObject(4, time(wanted.until()));
      return statement.executeUpdate() == 1;
    }
  }

  private static Lease stored(Connection connection, Job job) throws SQLException {
    try (var statement =
        connection.prepareStatement("select holder, fence, until from lease where job = ?")) {
      statement.setString(1, job.name());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Lease(
            job,
            row.getString("holder"),
            row.getLong("fence"),
            row.getObject("until", OffsetDateTime.class).toInstant());
      }
    }
  }

  private static OffsetDateTime time(Instant time) {
    return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
  }
}
