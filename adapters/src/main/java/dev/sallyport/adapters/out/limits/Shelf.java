package dev.sallyport.adapters.out.limits;

import dev.sallyport.application.port.out.Meter.Reservation;
import dev.sallyport.application.port.out.QuotaBlocks;
import dev.sallyport.application.port.out.QuotaBlocks.Request;
import dev.sallyport.application.port.out.QuotaBlocks.Spending;
import dev.sallyport.application.port.out.QuotaBlocks.Spent;
import dev.sallyport.application.port.out.QuotaBlocks.State;
import dev.sallyport.application.port.out.QuotaBlocks.Taking;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The blocks of one person on one day: one that serves, and older ones with calls under way.
///
/// Whoever finds it empty fetches the next block while the others wait, so that one fetch serves
/// all of them. What is not written down is bounded by the units of the blocks.
final class Shelf {
  /// The instance counts as lost if it is not heard from for so long.
  private static final Duration LEASE = Duration.ofSeconds(60);

  /// A lease is prolonged when no more than this is left of it.
  private static final Duration RENEWAL = Duration.ofSeconds(40);

  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final Duration QUICK = Duration.ofSeconds(1);

  /// So many calls within a second make a person busy.
  private static final int BUSY = 4;

  private static final int FEWEST_CALLS = 4;
  private static final int FIRST = 16;
  private static final int LARGEST = 4_096;

  private final TenantScope scope;
  private final Supplies supplies;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<HeldBlock> older = new ArrayList<>();
  private @Nullable HeldBlock current;
  private int wanted = FIRST;
  private Instant second = Instant.MIN;
  private int inSecond;
  private boolean ended;

  Shelf(TenantScope scope, Supplies supplies) {
    this.scope = scope;
    this.supplies = supplies;
  }

  /// Serves the call if a block can, or could be had.
  Answer reserve(Reservation call, Instant now) {
    lock.lock();
    try {
      if (!ended && (current == null || !current.serves(call)) && isBusy(now)) {
        replace(call, now);
      }
      HeldBlock block = current;
      return block == null || !block.serves(call)
          ? new Answer(ended, null)
          : new Answer(
              false, new BlockMeter.Served(scope, this, block, call, block.reserve(call, now)));
    } finally {
      lock.unlock();
    }
  }

  boolean commit(BlockMeter.Served call) {
    lock.lock();
    try {
      return call.block().commit(call.reservation());
    } finally {
      lock.unlock();
    }
  }

  boolean release(BlockMeter.Served call) {
    lock.lock();
    try {
      return call.block().release(call.reservation());
    } finally {
      lock.unlock();
    }
  }

  boolean holdsUnits() {
    lock.lock();
    try {
      return current != null && current.left() > 0;
    } finally {
      lock.unlock();
    }
  }

  /// Writes down what was served, and gives back what was not used for a while. Answers why some of
  /// it could not be.
  @Nullable RuntimeException tend(Instant now) {
    lock.lock();
    try {
      if (current != null && current.isIdleSince(now.minus(IDLE))) {
        retire();
      }
      return writeDown(now);
    } finally {
      lock.unlock();
    }
  }

  /// The same, and gives back everything.
  @Nullable RuntimeException clear(Instant now) {
    lock.lock();
    try {
      retire();
      return writeDown(now);
    } finally {
      lock.unlock();
    }
  }

  /// Ends it for good, if nothing is on it.
  boolean endIfEmpty() {
    lock.lock();
    try {
      ended = current == null && older.isEmpty();
      return ended;
    } finally {
      lock.unlock();
    }
  }

  private void replace(Reservation call, Instant now) {
    adaptTo(now);
    retire();
    // what could not be written down is told by whoever tends the shelf; until it is, each call
    // counts for itself, and no more units are held
    if (writeDown(now) == null) {
      take(call, now);
    }
  }

  private void take(Reservation call, Instant now) {
    var request =
        new Request(
            CallId.of(supplies.randomness().bytes(16)),
            supplies.node(),
            call.person(),
            call.allowance(),
            call.at(),
            call.units() * FEWEST_CALLS,
            call.units() * wanted,
            now.plus(LEASE));
    if (supplies.blocks().take(scope, request) instanceof Taking.Taken(int units, var counts)) {
      current = new HeldBlock(request, units, counts, now);
    }
  }

  // a block that did not last a second was too small; one that lasted long was too large
  private void adaptTo(Instant now) {
    if (current == null) {
      return;
    }
    Duration lasted = Duration.between(current.takenAt(), now);
    if (lasted.compareTo(QUICK) < 0) {
      wanted = Math.min(LARGEST, 2 * wanted);
    } else if (lasted.compareTo(IDLE) > 0) {
      wanted = Math.max(FIRST, wanted / 2);
    }
  }

  private boolean isBusy(Instant now) {
    if (Duration.between(second, now).abs().compareTo(QUICK) >= 0) {
      second = now;
      inSecond = 0;
    }
    inSecond++;
    return current != null || inSecond > BUSY;
  }

  private void retire() {
    if (current != null) {
      older.add(current);
      current = null;
    }
  }

  // one block that fails does not hold up the others
  private @Nullable RuntimeException writeDown(Instant now) {
    List<HeldBlock> blocks = new ArrayList<>(older);
    if (current != null) {
      blocks.add(current);
    }
    RuntimeException failure = null;
    for (HeldBlock block : blocks) {
      try {
        writeDown(block, now);
        closeIfDone(block);
      } catch (RuntimeException e) {
        failure = failure == null ? e : failure;
        takeNoMoreFrom(block);
      }
    }
    return failure;
  }

  private void writeDown(HeldBlock block, Instant now) {
    List<Spent> calls = block.toWrite();
    if (calls.isEmpty() && block.isLeasedUntil(now.plus(RENEWAL))) {
      return;
    }
    Spending spending = supplies.blocks().spend(scope, block.id(), calls, now.plus(LEASE));
    block.written(now.plus(LEASE));
    calls.stream().map(Spent::call).forEach(supplies.writtenDown());
    if (spending.block() == State.WRITTEN_OFF) {
      takeNoMoreFrom(block);
    }
  }

  private void closeIfDone(HeldBlock block) {
    if (older.contains(block) && block.isAtRest()) {
      supplies.blocks().close(scope, block.id());
      older.remove(block);
    }
  }

  // of a block whose answer was lost nobody knows what became of it: what it holds stays counted
  // until it is closed
  private void takeNoMoreFrom(HeldBlock block) {
    if (block.equals(current)) {
      retire();
    }
  }

  /// What every shelf of an instance needs.
  ///
  /// @param writtenDown hears of each call that was, whatever fails after it
  record Supplies(
      QuotaBlocks blocks, Randomness randomness, String node, Consumer<CallId> writtenDown) {}

  /// What became of an attempt.
  ///
  /// @param ended whether another shelf has to be asked
  record Answer(boolean ended, BlockMeter.@Nullable Served served) {}
}
