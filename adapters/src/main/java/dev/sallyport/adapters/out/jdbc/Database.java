package dev.sallyport.adapters.out.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Connections to the database, which is brought to the newest schema before the first one is used.
///
/// The database may be away when the house starts: then the first connection after its return
/// migrates, and nobody has to restart anything.
@Singleton
class Database {
  /// Long enough for a pool under load, short enough that a caller is told soon.
  private static final long ACQUIRE_MILLIS = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final HikariDataSource pool;
  private final ReentrantLock migrating = new ReentrantLock();
  private volatile boolean migrated;

  Database(DatabaseSettings settings) {
    pool = new HikariDataSource(poolOf(settings));
  }

  Connection connection() throws SQLException {
    if (!migrated) {
      migrate();
    }
    return pool.getConnection();
  }

  void dropIdleConnections() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  @PreDestroy
  void close() {
    pool.close();
  }

  private void migrate() throws SQLException {
    if (!waitForMigration()) {
      throw new SQLTransientException("migration under way", Reasons.MIGRATING);
    }
    try {
      if (!migrated) {
        // refused here in two seconds; the migration tool would wait much longer
        pool.getConnection().close();
        var outcome =
            Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        LOG.info(
            "The database is at schema version {}, {} migrations run",
            outcome.targetSchemaVersion == null
                ? outcome.initialSchemaVersion
                : outcome.targetSchemaVersion,
            outcome.migrationsExecuted);
        migrated = true;
      }
    } finally {
      migrating.unlock();
    }
  }

  private boolean waitForMigration() {
    try {
      return migrating.tryLock(ACQUIRE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static HikariConfig poolOf(DatabaseSettings settings) {
    var config = new HikariConfig();
    config.setPoolName("database");
    config.setJdbcUrl(H2.address(settings.url()));
    config.setUsername(settings.username());
    if (settings.password() != null) {
      config.setPassword(settings.password().reveal());
    }
    config.setMaximumPoolSize(settings.poolSize());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(ACQUIRE_MILLIS);
    config.setValidationTimeout(ACQUIRE_MILLIS / 2);
    if (settings.url().startsWith("jdbc:postgresql:")) {
      // an other side that takes everything and answers nothing must not hold a caller for ever
      config.addDataSourceProperty("connectTimeout", "2");
      config.addDataSourceProperty("loginTimeout", "2");
      config.addDataSourceProperty("socketTimeout", "30");
      config.addDataSourceProperty("tcpKeepAlive", "true");
    }
    // a database that is away at the start must not stop the start
    config.setInitializationFailTimeout(-1);
    return config;
  }
}
