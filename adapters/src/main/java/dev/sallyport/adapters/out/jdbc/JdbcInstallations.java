package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Installations;
import dev.sallyport.domain.instance.Installation;
import dev.sallyport.domain.instance.InstallationId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// The installation as one row that can be inserted once.
@Singleton
final class JdbcInstallations implements Installations {
  private final Database database;

  JdbcInstallations(Database database) {
    this.database = database;
  }

  @Override
  public Installation settle(Installation proposal) {
    return database.inSystem(connection -> {
      // of racing inserts the primary key lets one through; the others change nothing
      insert(connection, proposal);
      return stored(connection);
    });
  }

  private static void insert(Connection connection, Installation proposal) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "insert into installation (id, since) values (?, ?) on conflict do nothing")) {
      statement.setString(1, proposal.id().value());
      statement.setObject(2, OffsetDateTime.ofInstant(proposal.since(), ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  private static Installation stored(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("select id, since from installation");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new Installation(
          new InstallationId(row.getString("id")),
          row.getObject("since", OffsetDateTime.class).toInstant());
    }
  }
}
