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
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Measures calls per second for one hot person on a PostgreSQL that really writes to its disk: by
/// rows, and with blocks. A call is a reservation and its commit.
public final class MeterBench {
  private static final int CONNECTIONS = 32;
  private static final long LIMIT = 100_000_000;
  private static final Allowance HOT =
      Metering.allowance(Quota.daily(LIMIT), Quota.daily(LIMIT), Overage.BLOCK);

  private static final LongAdder CALLED = new LongAdder();

  private MeterBench() {}

  /// Runs all measurements for so long each, on a server that nobody else uses.
  public static void run(String url, Duration each, Figures figures) throws Exception {
    var database =
        new Database(
            new DatabaseSettings(url, "postgres", null, CONNECTIONS), InstantSource.system());
    try {
      var rows = new JdbcMeter(database);
      calls(rows, each);
      figures.take("By rows, and nothing else", rate(calls(rows, each)), "");
      Meter blocks = withBlocks(rows, new JdbcQuotaBlocks(database));
      var tending = Executors.newSingleThreadScheduledExecutor();
      var tended =
          tending.scheduleWithFixedDelay(() -> call(blocks, "tend"), 1, 1, TimeUnit.SECONDS);
      calls(blocks, each);
      long before = transactions(database);
      double rate = calls(blocks, each);
      long trips = transactions(database) - before;
      tended.cancel(false);
      tending.shutdown();
      call(blocks, "close");
      figures.take("From reserved blocks", rate(rate), "2,000 calls/s");
      figures.take(
          "Transactions for each call from a block",
          "%.4f".formatted(trips / (rate * each.toSeconds())),
          "none");
      figures.take("Counted afterwards against what was called", difference(database), "exact");
    } finally {
      database.close();
    }
  }

  private static double calls(Meter meter, Duration each) throws Exception {
    var counted = new LongAdder();
    long start = System.nanoTime();
    long end = start + each.toNanos();
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
    CALLED.add(counted.sum());
    return counted.sum() / ((System.nanoTime() - start) / 1e9);
  }

  private static String rate(double calls) {
    return "%,.0f calls/s".formatted(calls);
  }

  private static long transactions(Database database) {
    return database.inSystem(connection -> {
      try (var row =
          connection
              .createStatement()
              .executeQuery("select sum(xact_commit) from pg_stat_database")) {
        row.next();
        return row.getLong(1);
      }
    });
  }

  private static String difference(Database database) {
    Instant now = Instant.now();
    MeterUpkeep upkeep = new JdbcMeterUpkeep(database);
    List<?> differences = upkeep.differences(Window.dayOf(now).starts());
    Usage usage =
        new JdbcMeter(database).usage(ACME, HOT.charges(ADA, ACME.organization(), now).getLast());
    return differences.isEmpty() && usage.equals(new Usage(CALLED.sum(), 0))
        ? "exact, %,d calls".formatted(usage.used())
        : "%s of %d, %s".formatted(usage, CALLED.sum(), differences);
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
