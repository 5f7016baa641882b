package dev.sallyport.adapters.out.queue;

import dev.sallyport.adapters.kit.log.LastingTrouble;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.Ledger;
import dev.sallyport.application.port.out.ReadEntries;
import dev.sallyport.domain.ledger.Filing;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A bounded queue that one writer empties in batches, five times a second or as fast as it fills.
@Singleton
final class QueuedReadEntries implements ReadEntries {
  private static final Logger LOG = LoggerFactory.getLogger(QueuedReadEntries.class);

  private final Ledger ledger;
  private final QueueLimits limits;
  private final PlainReads plainReads;
  private final BlockingQueue<Filing> queue;
  private final ReentrantLock writing = new ReentrantLock();
  private final List<Filing> batch = new ArrayList<>();
  // no virtual thread: where there is one core, calls would wait behind a whole batch
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("read-entries").factory());
  private final LastingTrouble trouble =
      new LastingTrouble(LOG, "Entries of reads are stored again");

  @Inject
  QueuedReadEntries(Ledger ledger, LedgerSettings settings) {
    this(ledger, QueueLimits.USUAL, settings.reads() ? PlainReads.ENTERED : PlainReads.LEFT_OUT);
  }

  QueuedReadEntries(Ledger ledger, QueueLimits limits) {
    this(ledger, limits, PlainReads.ENTERED);
  }

  private QueuedReadEntries(Ledger ledger, QueueLimits limits, PlainReads plainReads) {
    this.ledger = ledger;
    this.plainReads = plainReads;
    this.limits = limits;
    this.queue = new ArrayBlockingQueue<>(limits.room());
    long pause = limits.pause().toMillis();
    var _ = writer.scheduleWithFixedDelay(this::write, pause, pause, TimeUnit.MILLISECONDS);
  }

  @Override
  public Taking take(Filing filing) {
    return queue.offer(filing) || takenWithinPatience(filing)
        ? new Taking.Taken()
        : new Taking.Overloaded();
  }

  @Override
  public PlainReads plainReads() {
    return plainReads;
  }

  @Override
  public Flushing flush() {
    writing.lock();
    try {
      return store();
    } finally {
      writing.unlock();
    }
  }

  @PreDestroy
  void close() {
    writer.shutdown();
    if (flush() instanceof Flushing.StillWaiting(int entries)) {
      LOG.error("Stopped with {} entries of reads that the ledger did not take", entries);
    }
  }

  private boolean takenWithinPatience(Filing filing) {
    try {
      return queue.offer(filing, limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Goes on without a rest while there are whole batches.
  private void write() {
    Flushing last;
    do {
      last = flush();
    } while (last instanceof Flushing.Flushed && queue.size() >= limits.batch());
  }

  private Flushing store() {
    int most = queue.size() + batch.size();
    try {
      for (int stored = 0; stored < most; ) {
        queue.drainTo(batch, limits.batch() - batch.size());
        ledger.appendAll(batch);
        stored += batch.size();
        batch.clear();
      }
      trouble.over();
      return new Flushing.Flushed();
    } catch (Unavailable e) {
      trouble.outage("Entries of reads wait, because the ledger is away", e);
    } catch (RuntimeException e) {
      // a bug; what was taken stays, and reads are refused once there is no room left
      trouble.bug("Entries of reads could not be stored", e);
    }
    return new Flushing.StillWaiting(queue.size() + batch.size());
  }
}
