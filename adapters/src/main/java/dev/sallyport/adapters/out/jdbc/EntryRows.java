package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Filing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Adds entries, and says of those that are new that they wait for a seal: what was there before
/// may have one already.
final class EntryRows {
  private static final String COLUMNS = "(id, organization_id, at, person_id, grant_id, form)";

  /// All rows and both tables on one way to the server and back.
  private static final String AT_ONCE =
      both(
          ("select id, organization, %s, nullif(person, ''), nullif(grant_id, ''), form"
                  + " from unnest(%2$s, %2$s, ?::bigint[], %2$s, %2$s, ?::bytea[])"
                  + " as filed (id, organization, at, person, grant_id, form)")
              .formatted(Columns.timeOf("at"), Columns.texts()));

  /// The same for one row, which needs no arrays.
  private static final String ONE_AT_ONCE = both("values (?, ?, ?, ?, ?, ?)");

  private static final String ENTRY =
      "insert into ledger_entry " + COLUMNS + " values (?, ?, ?, ?, ?, ?) on conflict do nothing";
  private static final String WAITING =
      "insert into ledger_open (entry_id, organization_id) values (?, ?)";

  private EntryRows() {}

  static int add(Connection connection, List<Filing> filings) throws SQLException {
    if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
      return open(connection, filings, insert(connection, filings));
    }
    return filings.size() == 1
        ? addAtOnce(connection, filings.getFirst())
        : addAtOnce(connection, filings);
  }

  private static String both(String rows) {
    return "with added as (insert into ledger_entry "
        + COLUMNS
        + " "
        + rows
        + " on conflict do nothing returning id, organization_id)"
        + " insert into ledger_open (entry_id, organization_id)"
        + " select id, organization_id from added";
  }

  private static int addAtOnce(Connection connection, Filing filing) throws SQLException {
    try (var statement = connection.prepareStatement(ONE_AT_ONCE)) {
      set(statement, filing);
      return statement.executeUpdate();
    }
  }

  private static int addAtOnce(Connection connection, List<Filing> filings) throws SQLException {
    var columns = new Columns<>(connection, filings);
    try (var statement = connection.prepareStatement(AT_ONCE)) {
      statement.setString(1, columns.texts(it -> it.entry().id().value()));
      statement.setString(2, columns.texts(it -> it.entry().organization().value()));
      statement.setArray(3, columns.times(it -> it.entry().at()));
      statement.setString(4, columns.texts(it -> Objects.requireNonNullElse(person(it), "")));
      statement.setString(5, columns.texts(it -> Objects.requireNonNullElse(grant(it), "")));
      statement.setArray(6, columns.bytes(it -> it.entry().toBytes()));
      return statement.executeUpdate();
    }
  }

  private static int[] insert(Connection connection, List<Filing> filings) throws SQLException {
    try (var statement = connection.prepareStatement(ENTRY)) {
      for (Filing filing : filings) {
        set(statement, filing);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  private static void set(PreparedStatement statement, Filing filing) throws SQLException {
    Entry entry = filing.entry();
    statement.setString(1, entry.id().value());
    statement.setString(2, entry.organization().value());
    statement.setObject(3, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
    statement.setString(4, person(filing));
    statement.setString(5, grant(filing));
    statement.setBytes(6, entry.toBytes());
  }

  private static int open(Connection connection, List<Filing> filings, int[] added)
      throws SQLException {
    try (var statement = connection.prepareStatement(WAITING)) {
      for (int n = 0; n < added.length; n++) {
        if (added[n] == 1) {
          statement.setString(1, filings.get(n).entry().id().value());
          statement.setString(2, filings.get(n).entry().organization().value());
          statement.addBatch();
        }
      }
      return statement.executeBatch().length;
    }
  }

  private static @Nullable String person(Filing filing) {
    return filing.person().map(PersonId::value).orElse(null);
  }

  private static @Nullable String grant(Filing filing) {
    return filing.grant().map(GrantId::value).orElse(null);
  }
}
