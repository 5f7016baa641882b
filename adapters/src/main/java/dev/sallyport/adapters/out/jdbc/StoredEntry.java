package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.Damaged;
import dev.sallyport.domain.ledger.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;

/// An entry that was asked for, in a row with its `id` and its `form`.
final class StoredEntry {
  private StoredEntry() {}

  static Entry of(ResultSet row) throws SQLException {
    try {
      return Entry.of(row.getBytes("form"));
    } catch (IllegalArgumentException e) {
      throw new Damaged("entry %s of the ledger".formatted(row.getString("id")), e);
    }
  }
}
