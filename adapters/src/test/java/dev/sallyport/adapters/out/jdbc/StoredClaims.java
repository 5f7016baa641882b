package dev.sallyport.adapters.out.jdbc;

import java.sql.SQLException;
import java.util.List;

/// Every claim of a database, as it stands in its row.
public final class StoredClaims {
  private final Database database;

  StoredClaims(Database database) {
    this.database = database;
  }

  public List<Row> all() {
    try (var connection = database.connection()) {
      return Sql.list(
          connection,
          "select claim_id, key_text, state, node, until from claims"
              + " left join lease on job = 'node:' || node order by claim_id",
          row ->
              new Row(
                  row.getString("claim_id"),
                  row.getString("key_text"),
                  row.getString("state"),
                  "%s, which lived until %s"
                      .formatted(row.getString("node"), row.getString("until"))));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// One claim.
  ///
  /// @param by which instance claimed it, and how long that lived
  public record Row(String claim, String key, String state, String by) {}
}
