package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.Damaged;
import dev.sallyport.domain.ledger.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;

/// An entry that was asked for, in a row with its `id` and its `form`.
final class StoredEntry {
  private StoredEntry() {}

  static Entry of(ResultSet row) throws SQLException {
    String id = row.getString("id");
    try {
      Entry entry = Entry.of(row.getBytes("form"));
      if (entry.id().value().equals(id)) {
        return entry;
      }
      throw new IllegalArgumentException("another entry is kept under its id");
    } catch (IllegalArgumentException e) {
      throw new Damaged("entry %s of the ledger".formatted(id), e);
    }
  }
}
