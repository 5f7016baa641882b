package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Mailbox;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Sealed;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Letters as rows, of which whoever deletes one has it.
@Singleton
final class JdbcMailbox implements Mailbox {
  private static final String COUNT =
      "select count(*) as waiting from letters where organization_id = ? and grant_id = ?"
          + " and until > ?";
  private static final String ADD =
      "insert into letters (organization_id, grant_id, node, name, sealed_text, until)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String FOR_NODE =
      "select number, node, name, grant_id, sealed_text, until from letters"
          + " where organization_id = ? and node = ? and until > ? order by number";
  private static final String TAKE = "delete from letters where organization_id = ? and number = ?";
  private static final String EXPIRED = " from letters where until <= ?";

  private final Database database;

  JdbcMailbox(Database database) {
    this.database = database;
  }

  @Override
  public Leaving leave(TenantScope scope, Letter letter, Instant at) {
    return database.inTenant(
        scope,
        connection -> {
          String organization = scope.organization().value();
          if (waiting(connection, organization, letter, at) >= MOST_OF_A_GRANT) {
            return Leaving.FULL;
          }
          Sql.update(
              connection,
              ADD,
              organization,
              letter.grant().value(),
              letter.node(),
              letter.name(),
              letter.text(),
              letter.until());
          return Leaving.LEFT;
        });
  }

  @Override
  public List<Letter> take(TenantScope scope, String node, Instant at) {
    return database.inTenant(
        scope,
        connection -> {
          String organization = scope.organization().value();
          List<Letter> taken = new ArrayList<>();
          for (Row row : Sql.list(connection, FOR_NODE, JdbcMailbox::row, organization, node, at)) {
            if (Sql.update(connection, TAKE, organization, row.number()) == 1) {
              taken.add(row.letter());
            }
          }
          return taken;
        });
  }

  @Override
  public int forgetExpired(Instant at) {
    // mostly there is none, and to find that out should keep nobody from writing
    return database.inSystem(connection ->
        Sql.first(connection, "select until" + EXPIRED + " fetch first 1 row only", _ -> at, at)
                .isPresent()
            ? Sql.update(connection, "delete" + EXPIRED, at)
            : 0);
  }

  private static long waiting(Connection connection, String organization, Letter letter, Instant at)
      throws SQLException {
    return Sql.first(
            connection,
            COUNT,
            row -> row.getLong("waiting"),
            organization,
            letter.grant().value(),
            at)
        .orElseThrow();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("number"),
        new Letter(
            row.getString("node"),
            row.getString("name"),
            new GrantId(row.getString("grant_id")),
            Sealed.of(row.getBytes("sealed_text")),
            Sql.instant(row, "until")));
  }

  private record Row(long number, Letter letter) {}
}
