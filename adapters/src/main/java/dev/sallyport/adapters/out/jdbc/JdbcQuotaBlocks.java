package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.adapters.out.jdbc.PlanRows.utc;

import dev.sallyport.application.port.out.QuotaBlocks;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.plan.BlockSize;
import dev.sallyport.domain.tenancy.TenantScope;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Blocks as rows, each with the units that are still promised to its instance.
@Singleton
final class JdbcQuotaBlocks implements QuotaBlocks {
  private static final String INSERT =
      "insert into quota_block (id, organization_id, person_id, plan_id, node, units, at,"
          + " day_starts, month_starts, lease_ends) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String OPEN =
      "select "
          + Consumption.COLUMNS
          + " from quota_block where organization_id = ? and id = ? for update";
  private static final String WRITTEN_OFF =
      "select organization_id, person_id, plan_id, units, at, day_starts,"
          + " cast(null as date) month_starts"
          + " from usage_event where organization_id = ? and call_id = ? for update";

  private final Database database;

  JdbcQuotaBlocks(Database database) {
    this.database = database;
  }

  @Override
  public Taking take(TenantScope scope, Request request) {
    return database.inTenant(scope, connection -> taken(connection, scope, request));
  }

  @Override
  public Spending spend(TenantScope scope, CallId block, List<Spent> calls, Instant leaseEnds) {
    return database.inTenant(
        scope,
        connection -> {
          Optional<Consumption> open = locked(connection, OPEN, scope, block);
          return open.isPresent()
              ? spent(connection, open.get(), block, calls, leaseEnds)
              : found(connection, scope, block, calls);
        });
  }

  @Override
  public void close(TenantScope scope, CallId block) {
    database.inTenant(
        scope,
        connection -> {
          Optional<Consumption> open = locked(connection, OPEN, scope, block);
          if (open.isPresent()) {
            delete(connection, open.get().organization(), block.value());
            open.get().giveBack(connection);
          }
          return open;
        });
  }

  static void delete(Connection connection, String organization, String block) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "delete from quota_block where organization_id = ? and id = ?")) {
      statement.setString(1, organization);
      statement.setString(2, block);
      statement.executeUpdate();
    }
  }

  private static Taking taken(Connection connection, TenantScope scope, Request request)
      throws SQLException {
    List<Charge> charges = request.charges(scope);
    int units = size(connection, scope, request, charges);
    // the size is only a guess: the statements that take decide
    if (units < request.needed()) {
      return new Taking.Scarce();
    }
    var taking = QuotaCounters.take(connection, scope.organization(), charges, units);
    if (taking.tooFew().isPresent()) {
      return new Taking.Scarce();
    }
    insert(connection, scope, request, charges, units);
    return new Taking.Taken(units, taking.counts());
  }

  private static int size(
      Connection connection, TenantScope scope, Request request, List<Charge> charges)
      throws SQLException {
    long left =
        QuotaCounters.counts(connection, scope.organization(), charges).stream()
            .mapToLong(count -> count.charge().ceiling().most() - count.counted())
            .min()
            .orElseThrow();
    return (int) BlockSize.of(left, request.wanted());
  }

  private static void insert(
      Connection connection, TenantScope scope, Request request, List<Charge> charges, int units)
      throws SQLException {
    try (var row = connection.prepareStatement(INSERT)) {
      row.setString(1, request.block().value());
      row.setString(2, scope.organization().value());
      row.setString(3, request.person().value());
      row.setString(4, request.allowance().plan().value());
      row.setString(5, request.node());
      row.setLong(6, units);
      row.setObject(7, utc(request.at()));
      row.setObject(8, charges.getLast().window().starts());
      row.setObject(9, JdbcMeter.month(charges), Types.DATE);
      row.setObject(10, utc(request.leaseEnds()));
      row.executeUpdate();
    }
  }

  private static Spending spent(
      Connection connection, Consumption whose, CallId block, List<Spent> calls, Instant leaseEnds)
      throws SQLException {
    Map<String, Long> byTool = counted(connection, whose, calls);
    long units = sum(byTool);
    try (var statement =
        connection.prepareStatement(
            "update quota_block set units = units - ?, lease_ends = ?"
                + " where organization_id = ? and id = ?")) {
      statement.setLong(1, units);
      statement.setObject(2, utc(leaseEnds));
      statement.setString(3, whose.organization());
      statement.setString(4, block.value());
      statement.executeUpdate();
    }
    if (units > 0) {
      whose.use(connection, units);
      addToTools(connection, whose, byTool);
    }
    return new Spending(State.OPEN, units);
  }

  /// The units are counted already, as lost: they only have to be named.
  private static Spending found(
      Connection connection, TenantScope scope, CallId block, List<Spent> calls)
      throws SQLException {
    Optional<Consumption> writtenOff = locked(connection, WRITTEN_OFF, scope, block);
    if (writtenOff.isEmpty() && calls.isEmpty()) {
      // it was closed, and whoever closed it was not told so
      return new Spending(State.WRITTEN_OFF, 0);
    }
    Consumption lost = writtenOff.orElseThrow();
    Map<String, Long> byTool = counted(connection, lost, calls);
    long units = sum(byTool);
    try (var statement =
        connection.prepareStatement(
            "update usage_event set units = units - ? where organization_id = ? and call_id = ?")) {
      statement.setLong(1, units);
      statement.setString(2, lost.organization());
      statement.setString(3, block.value());
      statement.executeUpdate();
    }
    byTool.merge(UsageEvents.LOST, -units, Long::sum);
    addToTools(connection, lost, byTool);
    return new Spending(State.WRITTEN_OFF, units);
  }

  private static SortedMap<String, Long> counted(
      Connection connection, Consumption whose, List<Spent> calls) throws SQLException {
    List<UsageEvents.Event> events =
        calls.stream()
            .map(call ->
                new UsageEvents.Event(
                    call.call().value(),
                    call.backend().value(),
                    call.tool().value(),
                    call.units(),
                    utc(call.at())))
            .toList();
    return UsageEvents.insert(connection, whose, events);
  }

  private static void addToTools(Connection connection, Consumption whose, Map<String, Long> byTool)
      throws SQLException {
    for (var each : byTool.entrySet()) {
      QuotaCounters.add(connection, whose.tool(each.getKey()), each.getValue());
    }
  }

  private static long sum(Map<String, Long> byTool) {
    return byTool.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Optional<Consumption> locked(
      Connection connection, String query, TenantScope scope, CallId block) throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, scope.organization().value());
      statement.setString(2, block.value());
      ResultSet row = statement.executeQuery();
      return row.next() ? Optional.of(Consumption.of(row)) : Optional.empty();
    }
  }
}
