package dev.sallyport.bootstrap;

import dev.sallyport.adapters.kit.log.LastingTrouble;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.gate.Means;
import dev.sallyport.application.port.in.NoteUses;
import dev.sallyport.application.port.in.ReconcileUsage;
import dev.sallyport.application.port.in.SettleClaims;
import dev.sallyport.application.port.in.SweepReservations;
import dev.sallyport.application.port.out.Approvals;
import dev.sallyport.application.port.out.Mailbox;
import dev.sallyport.application.port.out.Nodes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What an instance does for its data as long as it runs: it says that it lives, ends what dead
/// ones left, looks for what was perhaps sent, frees what nobody ended, notes when keys were last
/// used, and compares the books.
@Singleton
final class Upkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

  /// Four beats have to be missed before others take an instance for dead.
  private static final Duration BEAT = Duration.ofSeconds(1);

  private static final Duration LIFE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration SWEEP = Duration.ofSeconds(30);
  private static final Duration NOTING = Duration.ofSeconds(10);
  private static final Duration COMPARISON = Duration.ofHours(1);

  private final Nodes nodes;
  private final SettleClaims claims;
  private final SweepReservations reservations;
  private final ReconcileUsage usage;
  private final NoteUses uses;
  private final Approvals approvals;
  private final Mailbox mailbox;
  private final InstantSource clock;
  private final String node;
  private final Threads threads;
  private final Map<String, LastingTrouble> troubles = new ConcurrentHashMap<>();

  @Inject
  Upkeep(
      Nodes nodes,
      SettleClaims claims,
      SweepReservations reservations,
      ReconcileUsage usage,
      NoteUses uses,
      Approvals approvals,
      Mailbox mailbox,
      InstantSource clock,
      Means means) {
    this(
        nodes,
        claims,
        reservations,
        usage,
        uses,
        approvals,
        mailbox,
        clock,
        means.node(),
        Threads.fresh());
  }

  Upkeep(
      Nodes nodes,
      SettleClaims claims,
      SweepReservations reservations,
      ReconcileUsage usage,
      NoteUses uses,
      Approvals approvals,
      Mailbox mailbox,
      InstantSource clock,
      String node,
      Threads threads) {
    this.nodes = nodes;
    this.claims = claims;
    this.reservations = reservations;
    this.usage = usage;
    this.uses = uses;
    this.approvals = approvals;
    this.mailbox = mailbox;
    this.clock = clock;
    this.node = node;
    this.threads = threads;
  }

  /// Says first that this instance lives, so that nobody ends what it is about to begin.
  void start() {
    beat();
    every(BEAT, threads.pulse(), this::beat);
    every(BEAT, threads.shared(), this::recover);
    every(LOOK, threads.shared(), this::look);
    every(SWEEP, threads.shared(), this::sweep);
    every(NOTING, threads.shared(), this::noteUses);
    every(COMPARISON, threads.shared(), this::compare);
  }

  @Override
  public void close() {
    end(threads.shared());
    recover();
    noteUses();
    // a beat after the goodbye would be heard as life
    end(threads.pulse());
    quietly("say goodbye", () -> nodes.leaves(node));
  }

  private static void end(ExecutorService some) {
    // no thread is interrupted: that would close the file of an embedded database under everybody
    some.shutdown();
    try {
      if (!some.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("What runs beside the calls did not end in {}", PATIENCE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void every(Duration pause, ScheduledExecutorService on, Runnable chore) {
    var _ =
        on.scheduleWithFixedDelay(chore, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void beat() {
    quietly("say that it lives", () -> nodes.lives(node, LIFE));
  }

  // after a pause of the whole machine, others hear first that this instance lives
  private void recover() {
    beat();
    quietly(
        "end claims that were left",
        () -> {
          SettleClaims.Report report = claims.recover();
          if (report.settled() > 0) {
            LOG.info("Ended {} claims that were left without an end", report.settled());
          }
        });
  }

  private void look() {
    quietly(
        "look for what was perhaps sent",
        () -> {
          SettleClaims.Report report = claims.lookForRecent();
          if (report.settled() > 0) {
            LOG.info("Found {} writes that nobody knew the outcome of", report.settled());
          }
        });
  }

  private void sweep() {
    quietly("free reservations", reservations::sweep);
    quietly("forget approvals", () -> approvals.forgetExpired(clock.instant()));
    quietly("throw letters away", () -> mailbox.forgetExpired(clock.instant()));
  }

  private void noteUses() {
    quietly("note when keys were last used", uses::note);
  }

  private void compare() {
    quietly(
        "compare the books",
        () -> {
          LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
          usage
              .differences(today.minusDays(1), today)
              .forEach(difference -> LOG.error("The count of use is off: {}", difference));
        });
  }

  // the next turn tries again, and readiness tells meanwhile that the database is away
  private void quietly(String what, Runnable chore) {
    LastingTrouble trouble =
        troubles.computeIfAbsent(what, _ -> new LastingTrouble(LOG, "Can " + what + " again"));
    try {
      chore.run();
      trouble.over();
    } catch (Unavailable away) {
      LOG.debug("Could not {}: {}", what, away.getMessage());
    } catch (RuntimeException fault) {
      trouble.bug("Could not " + what, fault);
    }
  }

  /// What it runs on.
  ///
  /// @param pulse of its own: whatever the others wait for, this instance lives
  record Threads(ScheduledExecutorService shared, ScheduledExecutorService pulse) {
    static Threads fresh() {
      return new Threads(
          Executors.newScheduledThreadPool(3, Thread.ofVirtual().name("upkeep-", 0).factory()),
          Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("pulse").factory()));
    }
  }
}
