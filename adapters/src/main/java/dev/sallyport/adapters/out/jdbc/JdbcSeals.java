package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.port.out.Leases;
import dev.sallyport.application.port.out.Seals;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.ledger.Backlog;
import dev.sallyport.domain.ledger.ChainHead;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fault;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.Recorded;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// The chain as rows beside the entries. Every method speaks as the system.
@Singleton
final class JdbcSeals implements Seals {
  private final Database database;
  private final PassedOver passedOver = new PassedOver();

  JdbcSeals(Database database) {
    this.database = database;
  }

  @Override
  public Optional<ChainHead> head() {
    return database.inSystem(JdbcSeals::head);
  }

  @Override
  public List<Entry> unsealed(int most) {
    return database.inSystem(
        connection -> WaitingRows.readable(connection, most, passedOver::tell));
  }

  @Override
  public Backlog backlog() {
    return database.inSystem(connection -> {
      try (var statement =
              connection.prepareStatement(
                  "select count(*) as entries, min(e.at) as oldest"
                      + " from ledger_open o join ledger_entry e on e.id = o.entry_id");
          ResultSet row = statement.executeQuery()) {
        row.next();
        OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
        return new Backlog(
            row.getLong("entries"), Optional.ofNullable(oldest).map(OffsetDateTime::toInstant));
      }
    });
  }

  @Override
  public Sealing seal(Leases.Lease lease, Batch batch) {
    return database.inSystem(connection -> {
      if (!JdbcLeases.standsBehind(connection, lease) || !beginsAtTheHead(connection, batch)) {
        return new Sealing.Refused();
      }
      SealRows.insert(connection, batch.entries());
      CheckpointRows.insert(connection, batch.checkpoint());
      return new Sealing.Sealed();
    });
  }

  @Override
  public void read(Consumer<Line> reader) {
    new ChainReading(database, reader).run();
  }

  @Override
  public Optional<Fault> beside() {
    return new BesideChain(database).fault();
  }

  @Override
  public Optional<Recorded> find(EntryId id) {
    return database.inSystem(connection -> {
      try (var statement =
          connection.prepareStatement(
              "select e.id, form, sequence from ledger_entry e"
                  + " left join ledger_seal s on s.entry_id = e.id where e.id = ?")) {
        statement.setString(1, id.value());
        return recorded(statement).stream().findFirst();
      }
    });
  }

  /// What waits comes after what is sealed; each of the two lies in an index of its own.
  @Override
  public List<Recorded> latest(int most) {
    return database.inSystem(connection -> {
      List<Recorded> waiting =
          latest(
              connection,
              "select e.id, form, null as sequence from ledger_open o"
                  + " join ledger_entry e on e.id = o.entry_id order by o.position desc limit ?",
              most);
      var all = new ArrayList<>(waiting);
      all.addAll(
          latest(
              connection,
              "select e.id, form, sequence from ledger_seal s"
                  + " join ledger_entry e on e.id = s.entry_id order by s.sequence desc limit ?",
              most - waiting.size()));
      return all;
    });
  }

  private static Optional<ChainHead> head(Connection connection) throws SQLException {
    return CheckpointRows.last(connection)
        .map(last ->
            new ChainHead(
                last.statement().to(),
                last.statement().link(),
                last.statement().number(),
                last.digest()));
  }

  private static boolean beginsAtTheHead(Connection connection, Batch batch) throws SQLException {
    return head(connection)
        .map(batch.head()::equals)
        .orElseGet(() -> batch.head().checkpoint() == 0);
  }

  private static List<Recorded> latest(Connection connection, String query, int most)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setInt(1, most);
      return recorded(statement);
    }
  }

  private static List<Recorded> recorded(PreparedStatement statement) throws SQLException {
    var found = new ArrayList<Recorded>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(new Recorded(StoredEntry.of(rows), place(rows)));
      }
    }
    return found;
  }

  private static OptionalLong place(ResultSet row) throws SQLException {
    long sequence = row.getLong("sequence");
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(sequence);
  }
}
