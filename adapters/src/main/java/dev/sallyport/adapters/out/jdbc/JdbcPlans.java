package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.adapters.out.jdbc.PlanRows.utc;
import static dev.sallyport.adapters.out.jdbc.PlanRows.word;

import dev.sallyport.application.port.out.Plans;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.plan.Rights;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Plans as rows, read all at once and remembered for a while: every call asks for one.
@Singleton
final class JdbcPlans implements Plans {
  private static final Duration FRESH = Duration.ofSeconds(20);

  private final Database database;
  private final InstantSource clock;
  private volatile @Nullable Remembered remembered;

  JdbcPlans(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Optional<Plan> find(PlanId id) {
    return Optional.ofNullable(now().get(id));
  }

  @Override
  public List<Plan> all() {
    return now().values().stream().sorted(Comparator.comparingInt(Plan::rank)).toList();
  }

  @Override
  public void put(Plan plan, Instant from) {
    database.inSystem(connection -> {
      forget(connection, "plan_right", plan.id(), from);
      forget(connection, "plan_terms", plan.id(), from);
      writeTerms(connection, plan, from);
      writeRights(connection, plan, from);
      return plan;
    });
    remembered = null;
  }

  private Map<PlanId, Plan> now() {
    Instant now = clock.instant();
    Remembered known = remembered;
    if (known == null || !known.isFreshAt(now)) {
      known = new Remembered(database.inSystem(PlanRows::read), now);
      remembered = known;
    }
    return known.plansAt(now);
  }

  private static void forget(Connection connection, String table, PlanId id, Instant from)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "delete from " + table + " where plan_id = ? and effective_from = ?")) {
      statement.setString(1, id.value());
      statement.setObject(2, utc(from));
      statement.executeUpdate();
    }
  }

  private static void writeTerms(Connection connection, Plan plan, Instant from)
      throws SQLException {
    try (var row =
        connection.prepareStatement(
            "insert into plan_terms values"
                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      row.setString(1, plan.id().value());
      row.setObject(2, utc(from));
      row.setString(3, plan.name());
      row.setInt(4, plan.rank());
      bounds(row, 5, plan.person());
      bounds(row, 9, plan.organization());
      limit(row, 13, plan.keyMinute());
      limit(row, 14, plan.pool().second());
      limit(row, 15, plan.pool().concurrent());
      row.setInt(16, plan.expense().units());
      limit(row, 17, plan.expense().minute());
      row.setString(
          18, plan.overages().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
      row.setLong(19, plan.cacheLifetime().toSeconds());
      row.setBoolean(20, plan.mayBypassCache());
      row.executeUpdate();
    }
  }

  private static void bounds(PreparedStatement row, int first, Bounds bounds) throws SQLException {
    limit(row, first, bounds.quota().day());
    limit(row, first + 1, bounds.quota().month());
    limit(row, first + 2, bounds.minute());
    limit(row, first + 3, bounds.concurrent());
  }

  private static void limit(PreparedStatement row, int column, Limit limit) throws SQLException {
    row.setObject(column, limit.isBounded() ? limit.most() : null, Types.BIGINT);
  }

  private static void writeRights(Connection connection, Plan plan, Instant from)
      throws SQLException {
    try (var rows =
        connection.prepareStatement("insert into plan_right values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      rows.setString(1, plan.id().value());
      rows.setObject(2, utc(from));
      for (var each : plan.entitlements().named().entrySet()) {
        addRight(rows, each.getKey().value(), each.getValue());
      }
      addRight(rows, PlanRows.OTHERS, plan.entitlements().others());
      rows.executeBatch();
    }
  }

  private static void addRight(PreparedStatement rows, String kind, Rights rights)
      throws SQLException {
    rows.setString(3, kind);
    rows.setString(4, word(rights.read()));
    rows.setString(5, word(rights.write()));
    rows.setString(6, word(rights.send()));
    rows.setString(7, word(rights.destroy()));
    rows.setBoolean(8, rights.batch());
    rows.setBoolean(9, rights.expensive());
    rows.addBatch();
  }

  /// Every version as it was read, and which of each plan holds at a time.
  private record Remembered(List<PlanRows.Version> versions, Instant read) {
    Remembered {
      versions = List.copyOf(versions);
    }

    boolean isFreshAt(Instant now) {
      // a clock set back must not keep old plans alive
      return !now.isBefore(read) && now.isBefore(read.plus(FRESH));
    }

    Map<PlanId, Plan> plansAt(Instant now) {
      return versions.stream()
          .filter(version -> !version.from().isAfter(now))
          .sorted(Comparator.comparing(PlanRows.Version::from))
          .map(PlanRows.Version::plan)
          .collect(Collectors.toMap(Plan::id, Function.identity(), (_, later) -> later));
    }
  }
}
