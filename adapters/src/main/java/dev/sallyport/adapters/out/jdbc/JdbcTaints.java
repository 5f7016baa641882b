package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Taints;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Pseudonym;
import dev.sallyport.domain.vault.Sealed;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// Outside sources as one row for each grant and source.
@Singleton
final class JdbcTaints implements Taints {
  private static final String ADD =
      "insert into taints (organization_id, grant_id, source, sealed_source, until)"
          + " values (?, ?, ?, ?, ?) on conflict do nothing";
  private static final String PROLONG =
      "update taints set sealed_source = ?, until = ?"
          + " where organization_id = ? and grant_id = ? and source = ? and until < ?";
  private static final String OF =
      "select source, sealed_source, until from taints"
          + " where organization_id = ? and grant_id = ? and until > ?"
          + " order by until desc, source fetch first ? rows only";

  private final Database database;

  JdbcTaints(Database database) {
    this.database = database;
  }

  @Override
  public void note(TenantScope scope, GrantId grant, List<Mark> marks) {
    // in one order everywhere, so that two who note the same never wait for each other
    List<Mark> inOrder =
        marks.stream().sorted(Comparator.comparing(mark -> mark.source().hex())).toList();
    database.inTenant(
        scope,
        connection -> {
          for (Mark mark : inOrder) {
            note(connection, scope, grant, mark);
          }
          return inOrder.size();
        });
  }

  @Override
  public List<Mark> of(TenantScope scope, GrantId grant, Instant at, int most) {
    return database.inTenant(
        scope,
        connection ->
            Sql.list(
                connection,
                OF,
                JdbcTaints::mark,
                scope.organization().value(),
                grant.value(),
                at,
                most));
  }

  private static void note(Connection connection, TenantScope scope, GrantId grant, Mark mark)
      throws SQLException {
    String organization = scope.organization().value();
    String source = mark.source().hex();
    int added =
        Sql.update(
            connection, ADD, organization, grant.value(), source, mark.sealed(), mark.until());
    if (added == 0) {
      Sql.update(
          connection,
          PROLONG,
          mark.sealed(),
          mark.until(),
          organization,
          grant.value(),
          source,
          mark.until());
    }
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(
        Pseudonym.of(HexFormat.of().parseHex(row.getString("source"))),
        Sealed.of(row.getBytes("sealed_source")),
        Sql.instant(row, "until"));
  }
}
