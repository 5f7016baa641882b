package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.ledger.Digest;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.SealedEntry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the chain from its start to where it ended when the reading began, in short steps, so that
/// a long ledger holds nobody up.
final class ChainReading {
  private static final int PAGE = 1_000;

  private final Database database;
  private final Consumer<Line> reader;

  ChainReading(Database database, Consumer<Line> reader) {
    this.database = database;
    this.reader = reader;
  }

  void run() {
    End end = database.inSystem(ChainReading::end);
    long sequence = 0;
    long number = 0;
    Optional<CheckpointRows.Found> next = checkpointAfter(number, end);
    while (next.isPresent()) {
      CheckpointRows.Found found = next.get();
      sequence = entries(sequence, Math.min(found.to(), end.sequence()));
      reader.accept(found.line());
      number = found.number();
      next = checkpointAfter(number, end);
    }
    entries(sequence, end.sequence());
  }

  private Optional<CheckpointRows.Found> checkpointAfter(long number, End end) {
    return database.inSystem(it -> CheckpointRows.next(it, number, end.checkpoint()));
  }

  /// Goes from row to row: places that somebody left empty take no time, however many they are.
  private long entries(long after, long upTo) {
    long last = after;
    List<Place> page;
    do {
      long start = last;
      page = database.inSystem(it -> page(it, start, upTo));
      for (Place place : page) {
        reader.accept(place.line());
        last = place.sequence();
      }
    } while (page.size() == PAGE);
    return Math.max(after, upTo);
  }

  private static List<Place> page(Connection connection, long after, long upTo)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select s.sequence, s.link, e.id, e.form from ledger_seal s"
                + " join ledger_entry e on e.id = s.entry_id"
                + " where s.sequence > ? and s.sequence <= ? order by s.sequence limit ?")) {
      statement.setLong(1, after);
      statement.setLong(2, upTo);
      statement.setInt(3, PAGE);
      var places = new ArrayList<Place>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          places.add(new Place(rows.getLong("sequence"), line(rows)));
        }
      }
      return places;
    }
  }

  private static Line line(ResultSet row) throws SQLException {
    long sequence = row.getLong("sequence");
    try {
      Entry entry = Entry.of(row.getBytes("form"));
      // whatever refers to it does so by the id in its row
      return entry.id().value().equals(row.getString("id"))
          ? new Line.Written(new SealedEntry(sequence, entry, Digest.of(row.getBytes("link"))))
          : new Line.Unreadable("entry %d, which is kept under another id,".formatted(sequence));
    } catch (IllegalArgumentException _) {
      return new Line.Unreadable("entry %d".formatted(sequence));
    }
  }

  /// In one statement, so that no batch is seen by half.
  private static End end(Connection connection) throws SQLException {
    try (var statement =
            connection.prepareStatement(
                "select (select coalesce(max(sequence), 0) from ledger_seal) as sequence,"
                    + " (select coalesce(max(number), 0) from ledger_checkpoint) as number");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new End(row.getLong("sequence"), row.getLong("number"));
    }
  }

  private record Place(long sequence, Line line) {}

  private record End(long sequence, long checkpoint) {}
}
