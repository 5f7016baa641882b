package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.Damaged;
import dev.sallyport.application.port.out.PersonKeys;
import dev.sallyport.application.port.out.Vault;
import dev.sallyport.application.port.out.Vault.Rewrapping;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.Lock;
import dev.sallyport.domain.vault.SealContext;
import dev.sallyport.domain.vault.WrappedKey;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row for each person: the wrapped key, or when it was destroyed.
@Singleton
final class JdbcPersonKeys implements PersonKeys {
  private static final Lock LOCK = new Lock.ServerSealed();

  private final Database database;
  private final Vault vault;
  private final InstantSource clock;

  JdbcPersonKeys(Database database, Vault vault, InstantSource clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Holding keyOf(PersonId person) {
    return database.inSystem(connection -> {
      Optional<Holding> stored = stored(connection, person);
      if (stored.isPresent()) {
        return stored.get();
      }
      // of racing inserts the primary key lets one through; the others change nothing
      insert(connection, person, vault.newKey(LOCK, SealContext.ofKey(person)));
      return stored(connection, person).orElseThrow();
    });
  }

  @Override
  public void destroy(PersonId person) {
    database.inSystem(connection -> {
      insertDestroyed(connection, person);
      return Sql.update(
          connection,
          "update person_key set wrapped = null, server_key_id = null, destroyed_at = ?"
              + " where person_id = ? and destroyed_at is null",
          clock.instant(),
          person.value());
    });
  }

  @Override
  public Batch rewrap(@Nullable PersonId after, int most) {
    KeyId current = vault.serverKey();
    return database.inSystem(connection -> {
      List<Row> rows = notUnder(connection, current, after, most);
      int rewrapped = 0;
      List<PersonId> stuck = new ArrayList<>();
      for (Row row : rows) {
        Optional<WrappedKey> key = rewrapped(row);
        if (key.isPresent()) {
          rewrapped += replace(connection, row, key.get());
        } else {
          stuck.add(row.person());
        }
      }
      return new Batch(
          rewrapped, stuck, rows.isEmpty() ? Optional.empty() : Optional.of(last(rows)));
    });
  }

  private Optional<WrappedKey> rewrapped(Row row) {
    // a row that was damaged holds no key; it must not stop the others
    if (row.wrapped().size() != WrappedKey.SIZE) {
      return Optional.empty();
    }
    var key = new WrappedKey(row.wrapped());
    return switch (vault.rewrap(key, LOCK, LOCK, SealContext.ofKey(row.person()))) {
      case Rewrapping.Rewrapped(WrappedKey anew) -> Optional.of(anew);
      case Rewrapping.NotRewrapped _ -> Optional.empty();
    };
  }

  private static PersonId last(List<Row> rows) {
    return rows.getLast().person();
  }

  private static Optional<Holding> stored(Connection connection, PersonId person)
      throws SQLException {
    try (var statement =
        connection.prepareStatement("select wrapped from person_key where person_id = ?")) {
      statement.setString(1, person.value());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(holding(person, row.getBytes("wrapped")))
            : Optional.empty();
      }
    }
  }

  private static Holding holding(PersonId person, byte @Nullable [] wrapped) {
    if (wrapped == null) {
      return new Holding.Destroyed();
    }
    try {
      return new Holding.Present(WrappedKey.of(wrapped));
    } catch (IllegalArgumentException e) {
      throw new Damaged("the key of person " + person.value(), e);
    }
  }

  private static void insert(Connection connection, PersonId person, WrappedKey key)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "insert into person_key (person_id, wrapped, server_key_id) values (?, ?, ?)"
                + " on conflict do nothing")) {
      statement.setString(1, person.value());
      statement.setBytes(2, key.envelope().toArray());
      statement.setString(3, key.serverKey().value());
      statement.executeUpdate();
    }
  }

  /// A tombstone also for who never had a key: so that none is made later.
  private void insertDestroyed(Connection connection, PersonId person) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "insert into person_key (person_id, destroyed_at) values (?, ?)"
                + " on conflict do nothing")) {
      statement.setString(1, person.value());
      statement.setObject(2, now());
      statement.executeUpdate();
    }
  }

  private static List<Row> notUnder(
      Connection connection, KeyId current, @Nullable PersonId after, int most)
      throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (var statement =
        connection.prepareStatement(
            "select person_id, wrapped from person_key"
                + " where server_key_id <> ? and person_id > ? order by person_id limit ?")) {
      statement.setString(1, current.value());
      statement.setString(2, after == null ? "" : after.value());
      statement.setInt(3, most);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Row(new PersonId(row.getString("person_id")), bytes(row.getBytes("wrapped"))));
        }
      }
    }
    return rows;
  }

  /// Only over the very key that was read: one destroyed meanwhile stays destroyed.
  private static int replace(Connection connection, Row row, WrappedKey key) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "update person_key set wrapped = ?, server_key_id = ?"
                + " where person_id = ? and wrapped = ?")) {
      statement.setBytes(1, key.envelope().toArray());
      statement.setString(2, key.serverKey().value());
      statement.setString(3, row.person().value());
      statement.setBytes(4, row.wrapped().toArray());
      return statement.executeUpdate();
    }
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static Bytes bytes(byte @Nullable [] wrapped) {
    return Bytes.of(wrapped == null ? new byte[0] : wrapped);
  }

  private record Row(PersonId person, Bytes wrapped) {}
}
