package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Traces;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.tenancy.TenantScope;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A person's rows in all tables. Statements take the organization first and the person second.
@Singleton
final class JdbcTraces implements Traces {
  private static final int FETCHED_AT_ONCE = 200;

  private static final String ORGANIZATIONS =
      Stream.of(
                  "memberships",
                  "grants",
                  "accounts",
                  "claims",
                  "approvals",
                  "usage_event",
                  "ledger_entry")
              .map("select organization_id from %s where person_id = ?"::formatted)
              .collect(Collectors.joining(" union "))
          + " order by organization_id";
  private static final int TABLES = ORGANIZATIONS.split("\\?", -1).length - 1;

  private final Database database;

  JdbcTraces(Database database) {
    this.database = database;
  }

  @Override
  public List<OrganizationId> organizations(PersonId person) {
    Object[] everywhere = Stream.generate(person::value).limit(TABLES).toArray();
    return database.inSystem(connection ->
        Sql.list(
            connection,
            ORGANIZATIONS,
            row -> new OrganizationId(row.getString("organization_id")),
            everywhere));
  }

  @Override
  public List<OrganizationId> everywhere() {
    return database.inSystem(connection ->
        Sql.list(
            connection,
            "select organization_id from organizations order by organization_id",
            row -> new OrganizationId(row.getString("organization_id"))));
  }

  @Override
  public void read(TenantScope scope, PersonId person, Consumer<Trace> to) {
    database.inTenant(
        scope,
        connection -> {
          for (TraceRows rows : TraceRows.ALL) {
            read(connection, rows, scope, person, to);
          }
          return scope;
        });
  }

  @Override
  public Removed remove(TenantScope scope, PersonId person) {
    return database.inTenant(
        scope,
        connection -> {
          Map<String, Integer> counts = new LinkedHashMap<>();
          for (TraceRemoval removal : TraceRemoval.ALL) {
            int removed =
                Sql.update(connection, removal.sql(), scope.organization().value(), person.value());
            counts.merge(removal.of(), removed, Integer::sum);
          }
          return new Removed(counts);
        });
  }

  private static void read(
      Connection connection, TraceRows rows, TenantScope scope, PersonId person, Consumer<Trace> to)
      throws SQLException {
    try (var statement = connection.prepareStatement(rows.sql())) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      statement.setString(1, scope.organization().value());
      statement.setString(2, person.value());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          to.accept(rows.row().read(row));
        }
      }
    }
  }
}
