package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.UnitOfWorkContract.Notebook;
import dev.sallyport.domain.tenancy.TenantScope;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// The least of tables, made and put behind the wall as a migration would.
final class TableOfNotes implements Notebook {
  private final Database database;

  private TableOfNotes(Database database) {
    this.database = database;
  }

  static TableOfNotes in(Database database, Product product) {
    try (var connection = database.connection();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table notes (organization_id varchar(32) not null, text varchar(64) not null,"
              + " constraint notes_pk primary key (organization_id, text),"
              + " constraint notes_ck check (text <> 'forbidden secret'))");
      if (product == Product.POSTGRESQL) {
        statement.execute("call behind_the_wall('notes', 'select, insert')");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new TableOfNotes(database);
  }

  @Override
  public void note(TenantScope scope, String text) {
    database.inTenant(
        scope,
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  "insert into notes (organization_id, text) values (?, ?)")) {
            statement.setString(1, scope.organization().value());
            statement.setString(2, text);
            return statement.executeUpdate();
          }
        });
  }

  @Override
  public Set<String> notes(TenantScope scope) {
    return database.inTenant(
        scope,
        connection -> {
          try (var statement =
              connection.prepareStatement("select text from notes where organization_id = ?")) {
            statement.setString(1, scope.organization().value());
            var found = new HashSet<String>();
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                found.add(rows.getString("text"));
              }
            }
            return found;
          }
        });
  }
}
