package dev.sallyport.adapters.out.jdbc;

import static dev.sallyport.application.port.out.Metering.ACME;
import static dev.sallyport.application.port.out.Metering.ADA;

import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.Meter.Promise.Reserved;
import dev.sallyport.application.port.out.Meter.Usage;
import dev.sallyport.application.port.out.MeterUpkeep;
import dev.sallyport.application.port.out.Metering;
import dev.sallyport.application.port.out.QuotaBlocks;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.plan.Allowance;
import dev.sallyport.domain.plan.Overage;
import dev.sallyport.domain.plan.Quota;
import dev.sallyport.domain.plan.Window;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Measures calls per second for one hot person on a PostgreSQL that really writes to its disk: by
/// rows, and with blocks. A call is a reservation and its commit.
///
/// It is run by hand: `java -cp <test class path> dev.sallyport.adapters.out.jdbc.MeterBench 10`.
final class MeterBench {
  private static final int CONNECTIONS = 32;
  private static final long LIMIT = 100_000_000;
  private static final Allowance HOT =
      Metering.allowance(Quota.daily(LIMIT), Quota.daily(LIMIT), Overage.BLOCK);

  private MeterBench() {}

  public static void main(String[] arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[0]);
    try (var postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start()) {
      var database =
          new Database(
              new DatabaseSettings(
                  postgres.getJdbcUrl("postgres", "postgres"), "postgres", null, CONNECTIONS));
      settings(database);
      var rows = new JdbcMeter(database);
      measure("rows, one hot person", rows, seconds);
      measure("rows, one hot person, warm", rows, seconds);
      Meter blocks = withBlocks(rows, new JdbcQuotaBlocks(database));
      var tending = Executors.newSingleThreadScheduledExecutor();
      var tended =
          tending.scheduleWithFixedDelay(() -> call(blocks, "tend"), 1, 1, TimeUnit.SECONDS);
      measure("blocks, one hot person", blocks, seconds);
      tended.cancel(false);
      tending.shutdown();
      call(blocks, "close");
      check(database);
      database.close();
    }
  }

  private static void measure(String what, Meter meter, int seconds) throws Exception {
    var counted = new LongAdder();
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    Metering.race(
        CONNECTIONS,
        () -> {
          while (System.nanoTime() < end) {
            CallId id = Metering.fresh();
            Instant now = Instant.now();
            var call = Metering.call(id, ADA, HOT, 1, now, now.plusSeconds(600));
            if (meter.reserve(ACME, call) instanceof Reserved) {
              meter.commit(ACME, id);
              counted.increment();
            }
          }
        });
    double elapsed = (System.nanoTime() - start) / 1e9;
    System.out.printf("%-28s %,10.0f calls/s%n", what, counted.sum() / elapsed);
  }

  private static void settings(Database database) {
    database.inSystem(connection -> {
      try (var row =
          connection
              .createStatement()
              .executeQuery(
                  "select current_setting('fsync'), current_setting('synchronous_commit'),"
                      + " version()")) {
        row.next();
        System.out.printf(
            "fsync %s, synchronous_commit %s, %d connections, %d cores, %s%n",
            row.getString(1),
            row.getString(2),
            CONNECTIONS,
            Runtime.getRuntime().availableProcessors(),
            row.getString(3));
        return row;
      }
    });
  }

  private static void check(Database database) {
    Instant now = Instant.now();
    MeterUpkeep upkeep = new JdbcMeterUpkeep(database);
    Usage usage =
        new JdbcMeter(database).usage(ACME, HOT.charges(ADA, ACME.organization(), now).getLast());
    System.out.printf(
        "afterwards: %s, differences %s%n", usage, upkeep.differences(Window.dayOf(now).starts()));
  }

  // the meter with blocks is another adapter's own, which only its package may name
  private static Meter withBlocks(Meter rows, QuotaBlocks blocks) throws Exception {
    Class<?> type = Class.forName("dev.sallyport.adapters.out.limits.BlockMeter");
    Constructor<?> constructor =
        type.getDeclaredConstructor(
            Meter.class, QuotaBlocks.class, Randomness.class, InstantSource.class);
    constructor.setAccessible(true);
    Randomness randomness =
        count -> {
          byte[] bytes = new byte[count];
          new Random().nextBytes(bytes);
          return bytes;
        };
    return (Meter) constructor.newInstance(rows, blocks, randomness, InstantSource.system());
  }

  private static @Nullable Object call(Meter meter, String name) {
    try {
      Method method = meter.getClass().getDeclaredMethod(name);
      method.setAccessible(true);
      return method.invoke(meter);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
