package dev.sallyport.adapters.out.jdbc;

import dev.sallyport.application.fake.InMemorySigner;
import dev.sallyport.application.port.in.DescribeInstance;
import dev.sallyport.application.port.in.SealLedger;
import dev.sallyport.application.port.out.UnitOfWork.Ending.Keep;
import dev.sallyport.application.usecase.SealLedgerService;
import dev.sallyport.domain.health.Readiness;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.instance.Installation;
import dev.sallyport.domain.instance.InstallationId;
import dev.sallyport.domain.instance.Instance;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Filing;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Personal;
import dev.sallyport.domain.tenancy.TenantScope;
import dev.sallyport.domain.vault.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// How many entries a second the ledger takes on a PostgreSQL that writes through to its disk
/// (`fsync` and `synchronous_commit` on), with a sealer beside it.
public final class LedgerBench {
  private static final int WRITERS = 16;
  private static final int BATCH = 1_000;
  private static final int REST_MILLIS = 500;
  private static final int PERSONAL_BYTES = 160;

  private final Database database;
  private final JdbcLedger ledger;
  private final JdbcUnitOfWork units;
  private final InstantSource clock;
  private final InMemorySigner signer = new InMemorySigner();
  private final AtomicInteger numbers = new AtomicInteger();

  private LedgerBench(Database database, InstantSource clock) {
    this.database = database;
    this.ledger = new JdbcLedger(database);
    this.units = new JdbcUnitOfWork(database);
    this.clock = clock;
  }

  /// Runs both measurements for so long each, after warming up for as long, on a server that nobody
  /// else uses.
  public static void run(String url, Duration each, Figures figures) throws Exception {
    var database =
        new Database(
            new DatabaseSettings(url, "postgres", null, WRITERS + 2), InstantSource.system());
    try {
      var bench = new LedgerBench(database, InstantSource.system());
      bench.writes(each);
      report(
          "Appends, each in a unit, from 16 connections", bench.writes(each), "4,000/s", figures);
      report("Reads' entries, in batches of 1,000", bench.reads(each), "15,000/s", figures);
    } finally {
      database.close();
    }
  }

  private static void report(String what, Rate rate, String aim, Figures figures) {
    figures.take(
        what, "%,.0f/s, %,.0f/s sealed meanwhile".formatted(rate.appended(), rate.sealed()), aim);
  }

  private Rate writes(Duration each) throws Exception {
    return beside(each, WRITERS, this::append);
  }

  private Rate reads(Duration each) throws Exception {
    return beside(
        each,
        1,
        () -> {
          ledger.appendAll(IntStream.range(0, BATCH).mapToObj(_ -> filing()).toList());
          return BATCH;
        });
  }

  private int append() {
    Filing filing = filing();
    var scope = new TenantScope(filing.entry().organization());
    return units.run(
        scope,
        () -> {
          ledger.append(scope, filing);
          return new Keep<>(1);
        });
  }

  private Rate beside(Duration each, int writers, Callable<Integer> work) throws Exception {
    var stopped = new CountDownLatch(1);
    SealLedger sealer = sealer();
    Instant start = clock.instant();
    Instant end = start.plus(each);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var sealing = threads.submit(() -> sealUntil(sealer, stopped));
      var appending =
          threads.invokeAll(IntStream.range(0, writers).mapToObj(_ -> until(end, work)).toList());
      long appended = 0;
      for (var answer : appending) {
        appended += answer.get();
      }
      double seconds = seconds(start, clock.instant());
      stopped.countDown();
      long sealed = sealing.get();
      Instant rest = clock.instant();
      while (sealer.seal() instanceof SealLedger.Pass.Sealed) {
        Thread.onSpinWait();
      }
      return new Rate(
          appended / seconds, sealed / seconds, Duration.between(rest, clock.instant()));
    }
  }

  private Callable<Long> until(Instant end, Callable<Integer> work) {
    return () -> {
      long done = 0;
      while (clock.instant().isBefore(end)) {
        done += work.call();
      }
      return done;
    };
  }

  /// Rests between passes as the house does, but not while there is more to seal.
  private static long sealUntil(SealLedger sealer, CountDownLatch stopped)
      throws InterruptedException {
    long sealed = 0;
    boolean more = false;
    while (more || !stopped.await(REST_MILLIS, TimeUnit.MILLISECONDS)) {
      more = false;
      if (sealer.seal() instanceof SealLedger.Pass.Sealed pass) {
        sealed += pass.entries();
        more = pass.more() && stopped.getCount() > 0;
      }
    }
    return sealed;
  }

  private SealLedger sealer() {
    var installation = new Installation(new InstallationId("%032x".formatted(7)), clock.instant());
    DescribeInstance instance =
        () ->
            new Instance(
                "bench",
                clock.instant(),
                Duration.ZERO,
                new Readiness(List.of()),
                Optional.of(installation));
    return new SealLedgerService(
        new JdbcSeals(database),
        new JdbcLeases(database, clock),
        signer,
        instance,
        byte[]::new,
        clock);
  }

  private Filing filing() {
    int number = numbers.incrementAndGet();
    Facts facts =
        Facts.draft()
            .tell(Fact.CALL, "%032x".formatted(number))
            .tell(Fact.CLIENT, "https://claude.ai/oauth/client.json")
            .tell(Fact.GRANT, "%032x".formatted(number % 500))
            .tell(Fact.TOOL, "send_message")
            .tell(Fact.BACKEND, "phone")
            .tell(Fact.EFFECT, "send")
            .tell(Fact.POLICY, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            .tell(Fact.DECISION, "allow")
            .tell(Fact.VERDICTS, "grant=allow client=allow scope=allow plan=allow reach=allow")
            .tell(Fact.PLACES, "phone:PN12345678")
            .tell(Fact.CLAIM, "%032x".formatted(number))
            .facts();
    return Filing.of(
        new Entry(
            new EntryId("%032x".formatted(number)),
            new OrganizationId("%032x".formatted(number % 50)),
            clock.instant(),
            Kind.CLAIMED,
            facts,
            new Personal(Bytes.of(new byte[PERSONAL_BYTES]))),
        new PersonId("%032x".formatted(number % 200)));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1_000.0;
  }

  private record Rate(double appended, double sealed, Duration rest) {}
}
