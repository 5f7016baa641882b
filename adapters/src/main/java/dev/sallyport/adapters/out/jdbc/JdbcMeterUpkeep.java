package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.adapters.out.jdbc.PlanRows.utc;

import dev.sallyport.application.port.out.MeterUpkeep;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.plan.UsageDifference;
import dev.sallyport.domain.plan.UsageDifference.Counted;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sweeps row by row, each in a transaction of its own, and compares in one statement.
@Singleton
final class JdbcMeterUpkeep implements MeterUpkeep {
  private static final String EXPIRED =
      "select call_id from quota_reservation where expires_at <= ? and held_by is null"
          + " order by expires_at limit ?";
  private static final String LOST =
      "select id from quota_block where lease_ends <= ? order by lease_ends limit ?";

  // one statement sees one moment, and every commit changes events and counters together
  private static final String DIFFERENCES =
      """
      select organization_id, counted, subject, sum(in_events) in_events, sum(in_counter) in_counter
      from (
        select organization_id, 'PERSON' counted, person_id subject, units in_events, 0 in_counter
          from usage_event where day_starts = ?
        union all select organization_id, 'ORGANIZATION', organization_id, units, 0
          from usage_event where day_starts = ?
        union all select organization_id, 'TOOL', tool, units, 0
          from usage_event where day_starts = ?
        union all select organization_id, counted, subject, 0, used
          from quota_counter where span = 'DAY' and starts = ?
      ) both_sides
      group by organization_id, counted, subject
      having sum(in_events) <> sum(in_counter)
      order by organization_id, counted, subject
      """;

  private final Database database;

  JdbcMeterUpkeep(Database database) {
    this.database = database;
  }

  @Override
  public Swept sweep(Instant now, int most) {
    int freed = 0;
    for (String call : ids(EXPIRED, now, most)) {
      freed += database.inSystem(connection -> freed(connection, call, now));
    }
    int writtenOff = 0;
    for (String block : ids(LOST, now, most)) {
      writtenOff += database.inSystem(connection -> writtenOff(connection, block, now));
    }
    return new Swept(freed, writtenOff);
  }

  @Override
  public List<UsageDifference> differences(LocalDate day) {
    return database.inSystem(connection -> {
      try (var statement = connection.prepareStatement(DIFFERENCES)) {
        for (int i = 1; i <= 4; i++) {
          statement.setObject(i, day);
        }
        return differences(statement.executeQuery(), day);
      }
    });
  }

  private List<String> ids(String query, Instant now, int most) {
    return database.inSystem(connection -> {
      List<String> ids = new ArrayList<>();
      try (var statement = connection.prepareStatement(query)) {
        statement.setObject(1, utc(now));
        statement.setInt(2, most);
        ResultSet row = statement.executeQuery();
        while (row.next()) {
          ids.add(row.getString(1));
        }
      }
      return ids;
    });
  }

  // asked again under the lock: the call may have ended since, or the claim taken hold
  private static int freed(Connection connection, String call, Instant now) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select call_id, backend_id, tool, "
                + Consumption.COLUMNS
                + " from quota_reservation where call_id = ? and expires_at <= ?"
                + " and held_by is null for update")) {
      statement.setString(1, call);
      statement.setObject(2, utc(now));
      Optional<JdbcMeter.Reserved> found = JdbcMeter.Reserved.read(statement.executeQuery());
      if (found.isPresent()) {
        found.get().free(connection);
      }
      return found.isPresent() ? 1 : 0;
    }
  }

  private static int writtenOff(Connection connection, String block, Instant now)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select "
                + Consumption.COLUMNS
                + " from quota_block where id = ? and lease_ends <= ? for update")) {
      statement.setString(1, block);
      statement.setObject(2, utc(now));
      ResultSet row = statement.executeQuery();
      if (!row.next()) {
        return 0;
      }
      writeOff(connection, block, Consumption.of(row));
      return 1;
    }
  }

  private static void writeOff(Connection connection, String block, Consumption left)
      throws SQLException {
    JdbcQuotaBlocks.delete(connection, left.organization(), block);
    UsageEvents.insert(
        connection,
        left,
        List.of(
            new UsageEvents.Event(
                block, UsageEvents.LOST, UsageEvents.LOST, left.units(), left.at())));
    left.use(connection, left.units());
    QuotaCounters.add(connection, left.tool(UsageEvents.LOST), left.units());
  }

  private static List<UsageDifference> differences(ResultSet row, LocalDate day)
      throws SQLException {
    List<UsageDifference> differences = new ArrayList<>();
    while (row.next()) {
      differences.add(
          new UsageDifference(
              new OrganizationId(row.getString("organization_id")),
              day,
              Counted.valueOf(row.getString("counted")),
              row.getString("subject"),
              row.getLong("in_events"),
              row.getLong("in_counter")));
    }
    return differences;
  }
}
