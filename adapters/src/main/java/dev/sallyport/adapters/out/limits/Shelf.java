package dev.sallyport.adapters.out.limits;

import dev.sallyport.application.port.out.Meter.Notice;
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
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The blocks of one person on one day: one that serves, and older ones with calls under way.
///
/// The next block is fetched when half of one is used, so that hardly any call waits for the
/// database. Whoever finds nothing all the same fetches while the others wait, so that one fetch
/// serves all of them. What is not written down is bounded by the units of the blocks.
final class Shelf {
  /// The instance counts as lost if it is not heard from for so long.
  private static final Duration LEASE = Duration.ofSeconds(60);

  /// A lease is prolonged when no more than this is left of it.
  private static final Duration RENEWAL = Duration.ofSeconds(40);

  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final Duration QUICK = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// So many calls within a second make a person busy.
  private static final int BUSY = 4;

  private static final int FEWEST_CALLS = 4;
  private static final int FIRST = 16;
  private static final int LARGEST = 4_096;

  private final TenantScope scope;
  private final Supplies supplies;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition fetched = lock.newCondition();
  private final List<HeldBlock> older = new ArrayList<>();
  private @Nullable HeldBlock current;
  private @Nullable HeldBlock next;
  private boolean fetching;
  private boolean closing;
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
      if (block == null || !block.serves(call)) {
        return new Answer(ended, null);
      }
      List<Notice> notices = block.reserve(call, now);
      lookAhead(block, call, now);
      return new Answer(false, new BlockMeter.Served(scope, this, block, call, notices));
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
      return next != null || (current != null && current.left() > 0);
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

  /// The same for good, and waits a moment for the block that is being fetched, so that nobody has
  /// to take it for lost.
  @Nullable RuntimeException close(Instant now) {
    lock.lock();
    try {
      closing = true;
      long left = PATIENCE.toNanos();
      while (fetching && left > 0) {
        left = fetched.awaitNanos(left);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return clear(now);
  }

  /// Ends it for good, if nothing is on it.
  boolean endIfEmpty() {
    lock.lock();
    try {
      ended = current == null && next == null && !fetching && older.isEmpty();
      return ended;
    } finally {
      lock.unlock();
    }
  }

  private void replace(Reservation call, Instant now) {
    if (next != null && next.serves(call)) {
      older.addAll(Stream.ofNullable(current).toList());
      current = next;
      current.begins(now);
      next = null;
      return;
    }
    adaptTo(current == null ? null : Duration.between(current.usedSince(), now));
    retire();
    // what could not be written down is told by whoever tends the shelf; until it is, each call
    // counts for itself, and no more units are held
    if (writeDown(now) == null && !closing) {
      current = taken(request(call, now));
    }
  }

  // not before all older ones are written down, so that no more is held than one ahead
  private void lookAhead(HeldBlock block, Reservation call, Instant now) {
    if (next == null && !fetching && !closing && block.isHalfUsed() && older.isEmpty()) {
      fetching = true;
      adaptTo(Duration.between(block.usedSince(), now).multipliedBy(2));
      Request request = request(call, now);
      supplies.ahead().execute(() -> fetch(request));
    }
  }

  /// Not under the lock, so that nobody waits.
  private void fetch(Request request) {
    HeldBlock block = null;
    try {
      block = taken(request);
    } catch (RuntimeException _) {
      // whoever needs it fetches it, and hears why that fails
    } finally {
      put(block);
    }
  }

  private void put(@Nullable HeldBlock block) {
    lock.lock();
    try {
      fetching = false;
      fetched.signalAll();
      if (block != null && current == null) {
        older.add(block);
      } else {
        next = block;
      }
    } finally {
      lock.unlock();
    }
  }

  private Request request(Reservation call, Instant now) {
    return new Request(
        CallId.of(supplies.randomness().bytes(16)),
        supplies.node(),
        call.person(),
        call.allowance(),
        call.at(),
        call.units() * FEWEST_CALLS,
        call.units() * wanted,
        now.plus(LEASE));
  }

  private @Nullable HeldBlock taken(Request request) {
    return supplies.blocks().take(scope, request) instanceof Taking.Taken(int units, var counts)
        ? new HeldBlock(request, units, counts, request.leaseEnds().minus(LEASE))
        : null;
  }

  // a block that does not last a second was too small; one that lasts long is too large
  private void adaptTo(@Nullable Duration lasting) {
    if (lasting == null) {
      return;
    }
    if (lasting.compareTo(QUICK) < 0) {
      wanted = Math.min(LARGEST, 2 * wanted);
    } else if (lasting.compareTo(IDLE) > 0) {
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
    older.addAll(held());
    current = null;
    next = null;
  }

  private List<HeldBlock> held() {
    return Stream.of(Optional.ofNullable(current), Optional.ofNullable(next))
        .flatMap(Optional::stream)
        .toList();
  }

  // one block that fails does not hold up the others
  private @Nullable RuntimeException writeDown(Instant now) {
    List<HeldBlock> blocks = new ArrayList<>(older);
    blocks.addAll(held());
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
    if (held().contains(block)) {
      retire();
    }
  }

  /// What every shelf of an instance needs.
  ///
  /// @param ahead what is not waited for
  /// @param writtenDown hears of each call that was, whatever fails after it
  record Supplies(
      QuotaBlocks blocks,
      Randomness randomness,
      String node,
      Executor ahead,
      Consumer<CallId> writtenDown) {}

  /// What became of an attempt.
  ///
  /// @param ended whether another shelf has to be asked
  record Answer(boolean ended, BlockMeter.@Nullable Served served) {}
}
