package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.tenancy.TenantScope;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ledger as a table that is only added to, and a table of what waits for a seal.
@Singleton
final class JdbcLedger implements Ledger {
  private static final String LATEST =
      "select id, form from ledger_entry where organization_id = ? %s order by at desc, id desc limit ?";

  private final Database database;

  JdbcLedger(Database database) {
    this.database = database;
  }

  @Override
  public void append(TenantScope scope, Filing filing) {
    if (!filing.entry().organization().equals(scope.organization())) {
      throw new IllegalArgumentException("an entry belongs to its own organization");
    }
    database.inTenant(scope, connection -> EntryRows.add(connection, List.of(filing)));
  }

  @Override
  public void appendAll(List<Filing> filings) {
    database.inSystem(connection -> EntryRows.add(connection, filings));
  }

  @Override
  public Optional<Entry> find(TenantScope scope, EntryId id) {
    return latest(scope, "and id = ?", id.value(), 1).stream().findFirst();
  }

  @Override
  public List<Entry> latest(TenantScope scope, int most) {
    return database.inTenant(
        scope,
        connection -> {
          try (var statement = connection.prepareStatement(LATEST.formatted(""))) {
            statement.setString(1, scope.organization().value());
            statement.setInt(2, most);
            return entries(scope, statement);
          }
        });
  }

  @Override
  public List<Entry> latestOf(TenantScope scope, GrantId grant, int most) {
    return latest(scope, "and grant_id = ?", grant.value(), most);
  }

  @Override
  public List<Entry> latestOf(TenantScope scope, PersonId person, int most) {
    return latest(scope, "and person_id = ?", person.value(), most);
  }

  @Override
  public int forget(PersonId person) {
    return database.inSystem(connection -> {
      try (var statement =
          connection.prepareStatement(
              "update ledger_entry set person_id = null where person_id = ?")) {
        statement.setString(1, person.value());
        return statement.executeUpdate();
      }
    });
  }

  private List<Entry> latest(TenantScope scope, String condition, String value, int most) {
    return database.inTenant(
        scope,
        connection -> {
          try (var statement = connection.prepareStatement(LATEST.formatted(condition))) {
            statement.setString(1, scope.organization().value());
            statement.setString(2, value);
            statement.setInt(3, most);
            return entries(scope, statement);
          }
        });
  }

  private static List<Entry> entries(TenantScope scope, PreparedStatement statement)
      throws SQLException {
    var found = new ArrayList<Entry>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Entry entry = StoredEntry.of(rows);
        // the sealed form is what counts: a column that was changed shows nobody else's entry
        if (entry.organization().equals(scope.organization())) {
          found.add(entry);
        }
      }
    }
    return found;
  }
}
