package dev.sallyport.adapters.out.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tables, brought to their newest form before anybody uses them.
///
/// The database may be away when the house starts: then the first connection after its return
/// migrates, and nobody has to restart anything.
final class Schema {
  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

  private final DataSource pool;
  private final Product product;
  private final long patienceMillis;
  private final ReentrantLock migrating = new ReentrantLock();
  private volatile boolean migrated;

  Schema(DataSource pool, Product product, long patienceMillis) {
    this.pool = pool;
    this.product = product;
    this.patienceMillis = patienceMillis;
  }

  void migrateOnce() throws SQLException {
    if (migrated) {
      return;
    }
    if (!waitForMigration()) {
      throw new SQLTransientException("migration under way", Reasons.MIGRATING);
    }
    try {
      if (!migrated) {
        migrate();
        migrated = true;
      }
    } finally {
      migrating.unlock();
    }
  }

  private void migrate() throws SQLException {
    // refused here in two seconds; the migration tool would wait much longer
    pool.getConnection().close();
    var outcome =
        Flyway.configure().dataSource(pool).locations(product.migrations()).load().migrate();
    LOG.info(
        "The database is at schema version {}, {} migrations run",
        outcome.targetSchemaVersion == null
            ? outcome.initialSchemaVersion
            : outcome.targetSchemaVersion,
        outcome.migrationsExecuted);
  }

  private boolean waitForMigration() {
    try {
      return migrating.tryLock(patienceMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
