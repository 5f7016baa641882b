package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.Damaged;
import dev.sallyport.domain.ledger.Checkpoint;
import dev.sallyport.domain.ledger.Digest;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.Signature;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Checkpoints as rows.
final class CheckpointRows {
  private static final String COLUMNS =
      "number, from_sequence, to_sequence, at, link, previous, key_id, signature";

  private CheckpointRows() {}

  static void insert(Connection connection, Checkpoint checkpoint) throws SQLException {
    Checkpoint.Statement stated = checkpoint.statement();
    try (var statement =
        connection.prepareStatement(
            "insert into ledger_checkpoint (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setLong(1, stated.number());
      statement.setLong(2, stated.from());
      statement.setLong(3, stated.to());
      statement.setObject(4, OffsetDateTime.ofInstant(stated.at(), ZoneOffset.UTC));
      statement.setBytes(5, stated.link().bytes());
      statement.setBytes(6, stated.previous().bytes());
      statement.setString(7, checkpoint.signature().key().value());
      statement.setBytes(8, checkpoint.signature().value().toArray());
      statement.executeUpdate();
    }
  }

  static Optional<Checkpoint> last(Connection connection) throws SQLException {
    try (var statement =
            connection.prepareStatement(
                "select " + COLUMNS + " from ledger_checkpoint order by number desc limit 1");
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(last(row)) : Optional.empty();
    }
  }

  /// The one with the lowest number above this one, up to a last one.
  static Optional<Found> next(Connection connection, long number, long last) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select "
                + COLUMNS
                + " from ledger_checkpoint where number > ? and number <= ? order by number limit 1")) {
      statement.setLong(1, number);
      statement.setLong(2, last);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(found(row)) : Optional.empty();
      }
    }
  }

  private static Checkpoint last(ResultSet row) throws SQLException {
    try {
      return checkpoint(row);
    } catch (IllegalArgumentException e) {
      throw new Damaged(named(row) + " of the ledger", e);
    }
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(row.getLong("number"), row.getLong("to_sequence"), line(row));
  }

  private static Line line(ResultSet row) throws SQLException {
    try {
      return new Line.Signed(checkpoint(row));
    } catch (IllegalArgumentException _) {
      return new Line.Unreadable(named(row));
    }
  }

  private static String named(ResultSet row) throws SQLException {
    return "checkpoint %d".formatted(row.getLong("number"));
  }

  private static Checkpoint checkpoint(ResultSet row) throws SQLException {
    return new Checkpoint(
        new Checkpoint.Statement(
            row.getLong("number"),
            row.getLong("from_sequence"),
            row.getLong("to_sequence"),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            Digest.of(row.getBytes("link")),
            Digest.of(row.getBytes("previous"))),
        new Signature(new KeyId(row.getString("key_id")), Bytes.of(row.getBytes("signature"))));
  }

  /// One row: a checkpoint, or what is left of it.
  ///
  /// @param to the last place it is said to sign
  record Found(long number, long to, Line line) {}
}
