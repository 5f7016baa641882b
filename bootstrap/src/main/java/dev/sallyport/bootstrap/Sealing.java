package dev.sallyport.bootstrap;

import dev.sallyport.adapters.kit.log.LastingTrouble;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.SealLedger;
import dev.sallyport.application.port.in.SealLedger.Pass;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Seals the ledger twice a second as long as the house runs, and once more at its end.
final class Sealing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final SealLedger sealer;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sealing").factory());
  private final LastingTrouble trouble = new LastingTrouble(LOG, "The ledger is sealed again");

  Sealing(SealLedger sealer) {
    this.sealer = sealer;
  }

  void start() {
    var _ =
        thread.scheduleWithFixedDelay(this::sealAll, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        sealAll();
        handOver();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whatever goes wrong, the next pass tries again: what is not sealed is still stored.
  private void sealAll() {
    try {
      Pass last;
      do {
        last = sealer.seal();
      } while (last instanceof Pass.Sealed(int _, boolean more) && more);
      trouble.over();
    } catch (Unavailable e) {
      trouble.outage("The ledger is not sealed", e);
    } catch (RuntimeException e) {
      trouble.bug("The ledger could not be sealed", e);
    }
  }

  private void handOver() {
    try {
      sealer.handOver();
    } catch (Unavailable e) {
      LOG.warn("Another instance seals a little later: {}", e.getMessage());
    } catch (RuntimeException e) {
      // nor may a bug keep the rest of the house from ending well
      LOG.error("Another instance seals a little later", e);
    }
  }
}
