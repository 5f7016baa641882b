package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.domain.ledger.Checkpoint;
import dev.sallyport.domain.ledger.Digest;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.Signature;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
            "select " + COLUMNS + " from ledger_checkpoint order by number desc limit 1")) {
      return first(statement);
    }
  }

  /// The one with the lowest number above this one, up to a last one.
  static Optional<Checkpoint> next(Connection connection, long number, long last)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select "
                + COLUMNS
                + " from ledger_checkpoint where number > ? and number <= ? order by number limit 1")) {
      statement.setLong(1, number);
      statement.setLong(2, last);
      return first(statement);
    }
  }

  private static Optional<Checkpoint> first(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(checkpoint(row)) : Optional.empty();
    }
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
}
