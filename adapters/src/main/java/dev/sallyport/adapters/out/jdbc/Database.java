package dev.sallyport.adapters.out.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sallyport.application.port.out.UnitOfWork.Ending;
import dev.sallyport.domain.tenancy.TenantScope;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/// The database, brought to the newest schema before the first connection is used, and the
/// transactions in which stores speak with it.
@Singleton
class Database {
  /// For a connection, and for a turn to write. Long enough for a pool under load, short enough
  /// that a caller is told soon.
  private static final long ACQUIRE_MILLIS = 2_000;

  private final HikariDataSource pool;
  private final Schema schema;
  private final Transactions transactions;

  Database(DatabaseSettings settings, InstantSource clock) {
    Product product = Product.of(settings.url());
    pool = new HikariDataSource(poolOf(settings, product));
    schema = new Schema(pool, product, ACQUIRE_MILLIS);
    transactions = new Transactions(sourceOf(product), product.roles(), new Outages(clock));
  }

  /// Runs statements that touch one organization's rows, and only those, in the unit of this thread
  /// or else as a unit of its own. Each statement names `organization_id` nevertheless: not every
  /// database has the second wall.
  <T> T inTenant(TenantScope scope, Work<T> work) {
    return transactions.inTenant(scope, work);
  }

  /// Runs one of the few statements that belong to no organization, likewise.
  <T> T inSystem(Work<T> work) {
    return transactions.inSystem(work);
  }

  <T> T unit(TenantScope scope, Supplier<Ending<T>> work) {
    return transactions.unit(scope, work);
  }

  /// Runs statements as the last of this thread's unit, or else as a unit of their own, and once
  /// they are kept, what follows. Of several in one unit that are the same, one is run.
  void lastInTenant(TenantScope scope, Object same, Work<?> work, Runnable afterwards) {
    transactions.lastInTenant(scope, same, work, afterwards);
  }

  /// The same for statements that belong to no organization.
  void lastInSystem(Object same, Work<?> work, Runnable afterwards) {
    transactions.lastInSystem(same, work, afterwards);
  }

  /// A connection as the owner, outside of any transaction. Stores want [#inTenant] or [#inSystem].
  Connection connection() throws SQLException {
    schema.migrateOnce();
    return pool.getConnection();
  }

  /// The connection of the unit that runs on this thread.
  Optional<Connection> joined() {
    return transactions.connection();
  }

  /// Connections nobody watches over, for what only asks what kind of database it is.
  DataSource source() {
    return pool;
  }

  void dropIdleConnections() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  @PreDestroy
  void close() {
    pool.close();
  }

  private Transactions.Source sourceOf(Product product) {
    return product == Product.H2
        ? new OneWriter(this::connection, Duration.ofMillis(ACQUIRE_MILLIS))
        : this::connection;
  }

  private static HikariConfig poolOf(DatabaseSettings settings, Product product) {
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
    if (product == Product.POSTGRESQL) {
      // an other side that takes everything and answers nothing must not hold a caller for ever
      config.addDataSourceProperty("connectTimeout", "2");
      config.addDataSourceProperty("loginTimeout", "2");
      config.addDataSourceProperty("socketTimeout", "30");
      config.addDataSourceProperty("tcpKeepAlive", "true");
      // the details of its errors are the values of rows, and errors are logged
      config.addDataSourceProperty("logServerErrorDetail", "false");
    }
    // a database that is away at the start must not stop the start
    config.setInitializationFailTimeout(-1);
    return config;
  }
}
