package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.PlanId;
import dev.sallyport.domain.plan.Bounds;
import dev.sallyport.domain.plan.Entitlement;
import dev.sallyport.domain.plan.Entitlements;
import dev.sallyport.domain.plan.Expense;
import dev.sallyport.domain.plan.Limit;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Plan;
import dev.sallyport.domain.plan.Pool;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.plan.Rights;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads plans from their rows.
final class PlanRows {
  /// Stands for every kind of backend that is not named.
  static final String OTHERS = "*";

  private PlanRows() {}

  /// Every version of every plan.
  static List<Version> read(Connection connection) throws SQLException {
    Map<Key, Map<String, Rights>> rights = rights(connection);
    List<Version> versions = new ArrayList<>();
    try (var statement = connection.prepareStatement("select * from plan_terms");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Key key = key(row);
        versions.add(new Version(plan(row, rights.getOrDefault(key, Map.of())), key.from()));
      }
    }
    return versions;
  }

  private static Map<Key, Map<String, Rights>> rights(Connection connection) throws SQLException {
    Map<Key, Map<String, Rights>> rights = new HashMap<>();
    try (var statement = connection.prepareStatement("select * from plan_right");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rights
            .computeIfAbsent(key(row), _ -> new HashMap<>())
            .put(row.getString("backend_kind"), right(row));
      }
    }
    return rights;
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(
        row.getString("plan_id"),
        row.getObject("effective_from", OffsetDateTime.class).toInstant());
  }

  private static Rights right(ResultSet row) throws SQLException {
    return new Rights(
        entitlement(row.getString("reading")),
        entitlement(row.getString("writing")),
        entitlement(row.getString("sending")),
        entitlement(row.getString("destroying")),
        row.getBoolean("batch"),
        row.getBoolean("expensive"));
  }

  private static Plan plan(ResultSet row, Map<String, Rights> rights) throws SQLException {
    return new Plan(
        new PlanId(row.getString("plan_id")),
        row.getString("name"),
        row.getInt("plan_rank"),
        entitlements(rights),
        bounds(row, "person_"),
        bounds(row, "organization_"),
        limit(row, "key_minute"),
        new Pool(limit(row, "pool_second"), limit(row, "pool_concurrent")),
        new Expense(row.getInt("expensive_units"), limit(row, "expensive_minute")),
        overages(row.getString("overages")),
        Duration.ofSeconds(row.getInt("cache_seconds")),
        row.getBoolean("may_bypass_cache"));
  }

  private static Entitlements entitlements(Map<String, Rights> rights) {
    return new Entitlements(
        rights.entrySet().stream()
            .filter(each -> !each.getKey().equals(OTHERS))
            .collect(Collectors.toMap(each -> new BackendKind(each.getKey()), Map.Entry::getValue)),
        rights.getOrDefault(OTHERS, Rights.NONE));
  }

  private static Bounds bounds(ResultSet row, String whose) throws SQLException {
    return new Bounds(
        new Quota(limit(row, whose + "day"), limit(row, whose + "month")),
        limit(row, whose + "minute"),
        limit(row, whose + "concurrent"));
  }

  private static Limit limit(ResultSet row, String column) throws SQLException {
    long most = row.getLong(column);
    return row.wasNull() ? Limit.NONE : Limit.of(most);
  }

  private static Set<Overage.Kind> overages(String words) {
    return Stream.of(words.split(" ")).map(Overage.Kind::valueOf).collect(Collectors.toSet());
  }

  private static Entitlement entitlement(String word) {
    return switch (word) {
      case "INCLUDED" -> Entitlement.INCLUDED;
      case "WITH_APPROVAL" -> Entitlement.WITH_APPROVAL;
      // also whatever nobody here knows
      default -> Entitlement.NOT_INCLUDED;
    };
  }

  static String word(Entitlement entitlement) {
    return switch (entitlement) {
      case Entitlement.Included _ -> "INCLUDED";
      case Entitlement.WithApproval _ -> "WITH_APPROVAL";
      case Entitlement.NotIncluded _ -> "NOT_INCLUDED";
    };
  }

  static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /// A plan as it is from that time on.
  record Version(Plan plan, Instant from) {}

  private record Key(String plan, Instant from) {}
}
