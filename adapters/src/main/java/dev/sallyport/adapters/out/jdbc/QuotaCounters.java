package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Meter.Notice;
import dev.sallyport.application.port.out.Meter.Usage;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.plan.UsageDifference.Counted;
import dev.sallyport.domain.plan.Window.Span;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows that count, each changed by one conditional statement and never read first.
///
/// Whoever changes several does so in the order in which they are given, the person before the
/// organization before the tools, so that nobody waits in a circle.
final class QuotaCounters {
  private static final String THIS_ONE =
      " where organization_id = ? and counted = ? and subject = ? and span = ? and starts = ?";
  private static final String TAKE =
      "update quota_counter set reserved = reserved + ?" + THIS_ONE + " and used + reserved <= ?";
  private static final String CHANGE =
      "update quota_counter set used = used + ?, reserved = reserved + ?" + THIS_ONE;
  private static final String START =
      "insert into quota_counter (organization_id, counted, subject, span, starts, used, reserved)"
          + " values (?, ?, ?, ?, ?, 0, 0) on conflict do nothing";
  // a month that was not bounded until now starts with what its days say
  private static final String START_MONTH =
      "insert into quota_counter (organization_id, counted, subject, span, starts, used, reserved)"
          + " select ?, ?, ?, ?, ?, coalesce(sum(used + reserved), 0), 0 from quota_counter"
          + " where organization_id = ? and counted = ? and subject = ? and span = 'DAY'"
          + " and starts >= ? and starts < ? on conflict do nothing";

  private QuotaCounters() {}

  /// Takes units from every counter and answers how far each is then; or nothing from any, and
  /// answers the first that has too few.
  static Taking take(
      Connection connection, OrganizationId organization, List<Charge> charges, long units)
      throws SQLException {
    List<Notice> counts = new ArrayList<>();
    for (Charge charge : charges) {
      Optional<Long> counted = take(connection, organization, charge, units);
      if (counted.isEmpty()) {
        // the statements of a unit cannot be undone one by one, so what was taken is put back
        for (Notice taken : counts) {
          change(connection, Key.of(organization, taken.charge()), 0, -units);
        }
        return new Taking(counts, Optional.of(charge));
      }
      counts.add(new Notice(charge, counted.get()));
    }
    return new Taking(counts, Optional.empty());
  }

  /// Adds to what is used and to what is reserved of several, in one message: locks are held until
  /// the last one is told.
  static void change(Connection connection, List<Key> keys, long used, long reserved)
      throws SQLException {
    try (var statement = connection.prepareStatement(CHANGE)) {
      for (Key key : keys) {
        statement.setLong(1, used);
        statement.setLong(2, reserved);
        key.set(statement, 3);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /// Adds to what is used and to what is reserved; answers how many counters there were.
  static int change(Connection connection, Key key, long used, long reserved) throws SQLException {
    try (var statement = connection.prepareStatement(CHANGE)) {
      statement.setLong(1, used);
      statement.setLong(2, reserved);
      key.set(statement, 3);
      return statement.executeUpdate();
    }
  }

  /// The same for a counter that nobody may have started.
  static void add(Connection connection, Key key, long used) throws SQLException {
    if (change(connection, key, used, 0) == 0) {
      start(connection, key);
      change(connection, key, used, 0);
    }
  }

  static Usage usage(Connection connection, Key key) throws SQLException {
    try (var statement =
        connection.prepareStatement("select used, reserved from quota_counter" + THIS_ONE)) {
      key.set(statement, 1);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? new Usage(row.getLong(1), row.getLong(2)) : new Usage(0, 0);
      }
    }
  }

  /// How far each counter is.
  static List<Notice> counts(
      Connection connection, OrganizationId organization, List<Charge> charges)
      throws SQLException {
    List<Notice> counts = new ArrayList<>();
    for (Charge charge : charges) {
      Usage usage = usage(connection, Key.of(organization, charge));
      counts.add(new Notice(charge, usage.used() + usage.reserved()));
    }
    return counts;
  }

  private static Optional<Long> take(
      Connection connection, OrganizationId organization, Charge charge, long units)
      throws SQLException {
    Optional<Long> counted = taken(connection, organization, charge, units);
    if (counted.isPresent()) {
      return counted;
    }
    // there may be no counter yet; if another call begins it just now, this waits until it did
    start(connection, organization, charge);
    return taken(connection, organization, charge, units);
  }

  private static Optional<Long> taken(
      Connection connection, OrganizationId organization, Charge charge, long units)
      throws SQLException {
    try (var statement = connection.prepareStatement(TAKE, new String[] {"used", "reserved"})) {
      statement.setLong(1, units);
      Key.of(organization, charge).set(statement, 2);
      statement.setLong(7, charge.ceiling().most() - units);
      if (statement.executeUpdate() == 0) {
        return Optional.empty();
      }
      try (ResultSet row = statement.getGeneratedKeys()) {
        row.next();
        return Optional.of(row.getLong("used") + row.getLong("reserved"));
      }
    }
  }

  private static void start(Connection connection, OrganizationId organization, Charge charge)
      throws SQLException {
    Key key = Key.of(organization, charge);
    switch (charge.window().span()) {
      case DAY -> start(connection, key);
      case MONTH -> startMonth(connection, key, charge.window().ends());
    }
  }

  private static void start(Connection connection, Key key) throws SQLException {
    try (var statement = connection.prepareStatement(START)) {
      key.set(statement, 1);
      statement.executeUpdate();
    }
  }

  private static void startMonth(Connection connection, Key key, LocalDate ends)
      throws SQLException {
    try (var statement = connection.prepareStatement(START_MONTH)) {
      key.set(statement, 1);
      statement.setString(6, key.organization());
      statement.setString(7, key.counted().name());
      statement.setString(8, key.subject());
      statement.setObject(9, key.starts());
      statement.setObject(10, ends);
      statement.executeUpdate();
    }
  }

  /// What was taken, or what there was too little of.
  record Taking(List<Notice> counts, Optional<Charge> tooFew) {
    Taking {
      counts = List.copyOf(counts);
    }
  }

  /// Names one counter.
  record Key(String organization, Counted counted, String subject, Span span, LocalDate starts) {
    static Key of(OrganizationId organization, Charge charge) {
      return new Key(
          organization.value(),
          Counted.valueOf(charge.level().name()),
          charge.subject(),
          charge.window().span(),
          charge.window().starts());
    }

    private void set(PreparedStatement statement, int first) throws SQLException {
      statement.setString(first, organization);
      statement.setString(first + 1, counted.name());
      statement.setString(first + 2, subject);
      statement.setString(first + 3, span.name());
      statement.setObject(first + 4, starts);
    }
  }
}
