package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.plan.UsageDifference.Counted;
import dev.sallyport.domain.plan.Window.Span;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose units they are and in which windows they were promised, as rows of reservations, blocks
/// and events remember it.
///
/// @param month the first day of the month, where the plan bounded one
record Consumption(
    String organization,
    String person,
    String plan,
    long units,
    OffsetDateTime at,
    LocalDate day,
    @Nullable LocalDate month) {
  /// The columns that [#of(ResultSet)] reads.
  static final String COLUMNS =
      "organization_id, person_id, plan_id, units, at, day_starts, month_starts";

  static Consumption of(ResultSet row) throws SQLException {
    return new Consumption(
        row.getString("organization_id"),
        row.getString("person_id"),
        row.getString("plan_id"),
        row.getLong("units"),
        row.getObject("at", OffsetDateTime.class),
        row.getObject("day_starts", LocalDate.class),
        row.getObject("month_starts", LocalDate.class));
  }

  /// Turns units that were promised into used ones.
  void use(Connection connection, long count) throws SQLException {
    QuotaCounters.change(connection, keys(), count, -count);
  }

  /// Takes back a promise.
  void giveBack(Connection connection) throws SQLException {
    QuotaCounters.change(connection, keys(), 0, -units);
  }

  QuotaCounters.Key tool(String name) {
    return new QuotaCounters.Key(organization, Counted.TOOL, name, Span.DAY, day);
  }

  // in the order of Allowance.charges, which is that of locks
  private List<QuotaCounters.Key> keys() {
    List<QuotaCounters.Key> keys = new ArrayList<>();
    add(keys, Counted.PERSON, person);
    add(keys, Counted.ORGANIZATION, organization);
    return keys;
  }

  private void add(List<QuotaCounters.Key> keys, Counted counted, String subject) {
    if (month != null) {
      keys.add(new QuotaCounters.Key(organization, counted, subject, Span.MONTH, month));
    }
    keys.add(new QuotaCounters.Key(organization, counted, subject, Span.DAY, day));
  }
}
