package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.tenancy.TenantScope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// What tables hold, as their owner sees it.
final class Rows {
  private static final String TABLES =
      "select table_name as name from information_schema.columns where column_name ="
          + " 'organization_id' and table_schema = 'public' order by table_name";

  private Rows() {}

  /// Every row of one organization, sorted.
  static List<String> of(Database database, TenantScope scope) {
    try (var connection = database.connection()) {
      List<String> rows = new ArrayList<>();
      for (String table : Sql.list(connection, TABLES, row -> row.getString("name"))) {
        rows.addAll(of(connection, table, scope));
      }
      rows.sort(null);
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> of(Connection connection, String table, TenantScope scope)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    // as text and not prepared: neither rewritten nor sent in another form after a while
    try (var statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select * from %s where organization_id = '%s'"
                    .formatted(table, scope.organization().value()))) {
      while (row.next()) {
        rows.add(table + " " + text(row));
      }
    }
    return rows;
  }

  private static String text(ResultSet row) throws SQLException {
    var text = new StringJoiner(", ");
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      text.add(String.valueOf(row.getString(column)));
    }
    return text.toString();
  }
}
