package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.adapters.out.jdbc.PlanRows.utc;

import dev.sallyport.application.port.out.Meter;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.ClaimId;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.plan.Window.Span;
import dev.sallyport.domain.tenancy.TenantScope;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The meter as rows: a few statements for each step of each call.
@Singleton
@Named(JdbcMeter.ROWS)
final class JdbcMeter implements Meter {
  static final String ROWS = "rows";

  private static final String PROMISE =
      "insert into quota_reservation (call_id, organization_id, person_id, plan_id, backend_id,"
          + " tool, units, at, day_starts, month_starts, expires_at, held_by)"
          + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
          + " where not exists (select 1 from usage_event where call_id = ?)"
          + " on conflict do nothing";

  private final Database database;

  JdbcMeter(Database database) {
    this.database = database;
  }

  @Override
  public Promise reserve(TenantScope scope, Reservation reservation) {
    return database.inTenant(scope, connection -> reserved(connection, scope, reservation));
  }

  @Override
  public Settling commit(TenantScope scope, CallId call) {
    return database.inTenant(
        scope,
        connection -> {
          Optional<Reserved> found = Reserved.locked(connection, scope, call);
          if (found.isPresent()) {
            found.get().use(connection);
            return Settling.COUNTED;
          }
          return UsageEvents.exists(connection, scope.organization().value(), call.value())
              ? Settling.COUNTED
              : Settling.UNKNOWN;
        });
  }

  @Override
  public void release(TenantScope scope, CallId call) {
    database.inTenant(
        scope,
        connection -> {
          Optional<Reserved> found = Reserved.locked(connection, scope, call);
          if (found.isPresent()) {
            found.get().free(connection);
          }
          return found;
        });
  }

  @Override
  public Usage usage(TenantScope scope, Charge of) {
    return database.inTenant(
        scope,
        connection ->
            QuotaCounters.usage(connection, QuotaCounters.Key.of(scope.organization(), of)));
  }

  private static Promise reserved(Connection connection, TenantScope scope, Reservation reservation)
      throws SQLException {
    List<Charge> charges = reservation.charges(scope);
    if (!promised(connection, scope, reservation, charges)) {
      return answer(QuotaCounters.counts(connection, scope.organization(), charges));
    }
    var taking = QuotaCounters.take(connection, scope.organization(), charges, reservation.units());
    if (taking.tooFew().isPresent()) {
      Reserved.delete(connection, scope.organization().value(), reservation.call().value());
      return new Promise.Exhausted(taking.tooFew().get());
    }
    return answer(taking.counts());
  }

  private static Promise answer(List<Notice> counts) {
    return new Promise.Reserved(
        counts.stream().filter(count -> count.charge().isNearlyUsedUpAt(count.counted())).toList());
  }

  private static boolean promised(
      Connection connection, TenantScope scope, Reservation wanted, List<Charge> charges)
      throws SQLException {
    try (var row = connection.prepareStatement(PROMISE)) {
      row.setString(1, wanted.call().value());
      row.setString(2, scope.organization().value());
      row.setString(3, wanted.person().value());
      row.setString(4, wanted.allowance().plan().value());
      row.setString(5, wanted.backend().value());
      row.setString(6, wanted.tool().value());
      row.setLong(7, wanted.units());
      row.setObject(8, utc(wanted.at()));
      row.setObject(9, charges.getLast().window().starts());
      row.setObject(10, month(charges), Types.DATE);
      row.setObject(11, utc(wanted.expiresAt()));
      row.setString(12, wanted.heldBy().map(ClaimId::value).orElse(null));
      row.setString(13, wanted.call().value());
      return row.executeUpdate() == 1;
    }
  }

  /// The first day of the month that these count against, if they count against one.
  static @Nullable LocalDate month(List<Charge> charges) {
    return charges.stream()
        .filter(charge -> charge.window().span() == Span.MONTH)
        .map(charge -> charge.window().starts())
        .findFirst()
        .orElse(null);
  }

  /// A reservation that is locked until the end of the transaction.
  record Reserved(String call, String backend, String tool, Consumption whose) {
    static Optional<Reserved> locked(Connection connection, TenantScope scope, CallId call)
        throws SQLException {
      try (var statement =
          connection.prepareStatement(
              "select call_id, backend_id, tool, "
                  + Consumption.COLUMNS
                  + " from quota_reservation where organization_id = ? and call_id = ?"
                  + " for update")) {
        statement.setString(1, scope.organization().value());
        statement.setString(2, call.value());
        return read(statement.executeQuery());
      }
    }

    static Optional<Reserved> read(ResultSet row) throws SQLException {
      return row.next()
          ? Optional.of(
              new Reserved(
                  row.getString("call_id"),
                  row.getString("backend_id"),
                  row.getString("tool"),
                  Consumption.of(row)))
          : Optional.empty();
    }

    void use(Connection connection) throws SQLException {
      delete(connection, whose.organization(), call);
      var event = new UsageEvents.Event(call, backend, tool, whose.units(), whose.at());
      if (UsageEvents.insert(connection, whose, List.of(event)).isEmpty()) {
        // a block has told of it by now
        whose.giveBack(connection);
        return;
      }
      whose.use(connection, whose.units());
      QuotaCounters.add(connection, whose.tool(tool), whose.units());
    }

    void free(Connection connection) throws SQLException {
      delete(connection, whose.organization(), call);
      whose.giveBack(connection);
    }

    private static void delete(Connection connection, String organization, String call)
        throws SQLException {
      try (var statement =
          connection.prepareStatement(
              "delete from quota_reservation where organization_id = ? and call_id = ?")) {
        statement.setString(1, organization);
        statement.setString(2, call);
        statement.executeUpdate();
      }
    }
  }
}
