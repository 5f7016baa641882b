package dev.sallyport.adapters.testbed;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL, started once for all tests of a build and ended with them.
public final class Postgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Postgres() {}

  /// The address of a database that nobody has used.
  public static String freshDatabase() {
    return freshDatabase(Running.SERVER.getPort());
  }

  /// The same, reached through another port of this machine, such as a [TcpRelay]'s.
  public static String freshDatabase(int port) {
    String name = "test_" + DATABASES.incrementAndGet();
    try (var connection = Running.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "jdbc:postgresql://localhost:%d/%s".formatted(port, name);
  }

  public static int port() {
    return Running.SERVER.getPort();
  }

  /// The user that may do everything; the server trusts whoever asks from this machine.
  public static String user() {
    return "postgres";
  }

  private static final class Running {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
