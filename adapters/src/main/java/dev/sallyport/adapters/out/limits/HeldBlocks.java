package dev.sallyport.adapters.out.limits;

import dev.sallyport.application.port.out.Meter.Notice;
import dev.sallyport.application.port.out.Meter.Reservation;
import dev.sallyport.application.port.out.QuotaBlocks.Spent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The blocks of one person on one day: one that serves, one that is there before it is needed, and
/// older ones that are not given back yet.
///
/// Safe among threads, and asks nobody: whoever holds the lock is done at once.
final class HeldBlocks {
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final Duration QUICK = Duration.ofSeconds(1);

  /// So many calls within a second make a person busy.
  private static final int BUSY = 4;

  private static final int FIRST = 16;
  private static final int LARGEST = 4_096;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition fetched = lock.newCondition();
  private final List<HeldBlock> older = new ArrayList<>();
  private @Nullable HeldBlock current;
  private @Nullable HeldBlock next;
  private boolean fetching;
  private boolean closing;
  private boolean ended;
  private int wanted = FIRST;
  private Instant second = Instant.MIN;
  private int inSecond;

  /// Serves the call if a block can.
  Look reserve(Reservation call, Instant now) {
    lock.lock();
    try {
      Look look = serve(call, now);
      return look.block() == null && !ended && isBusy(now) ? Look.WANTING : look;
    } finally {
      lock.unlock();
    }
  }

  /// The same for one that has waited for a block.
  Look reserveAgain(Reservation call, Instant now) {
    lock.lock();
    try {
      return serve(call, now);
    } finally {
      lock.unlock();
    }
  }

  boolean commit(HeldBlock block, Reservation call) {
    lock.lock();
    try {
      return block.commit(call);
    } finally {
      lock.unlock();
    }
  }

  boolean release(HeldBlock block, Reservation call) {
    lock.lock();
    try {
      return block.release(call);
    } finally {
      lock.unlock();
    }
  }

  boolean haveUnits() {
    lock.lock();
    try {
      return next != null || (current != null && current.left() > 0);
    } finally {
      lock.unlock();
    }
  }

  /// How many calls the next block should last for.
  int wanted() {
    lock.lock();
    try {
      return wanted;
    } finally {
      lock.unlock();
    }
  }

  /// Makes room for a block that serves the call. False when one does by now, or none ever will.
  boolean makeRoomFor(Reservation call, Instant now) {
    lock.lock();
    try {
      if (ended || inUse().stream().anyMatch(block -> block.serves(call))) {
        return false;
      }
      adaptTo(current == null ? null : Duration.between(current.usedSince(), now));
      retire();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /// Whether a block that is taken now will be given back.
  boolean mayGrow() {
    lock.lock();
    try {
      return !closing;
    } finally {
      lock.unlock();
    }
  }

  void serveFrom(HeldBlock block) {
    lock.lock();
    try {
      current = block;
    } finally {
      lock.unlock();
    }
  }

  /// What was fetched ahead, or nothing if that failed.
  void fetched(@Nullable HeldBlock block) {
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

  /// From now on nothing is fetched ahead.
  void fetchNoMore() {
    lock.lock();
    try {
      closing = true;
    } finally {
      lock.unlock();
    }
  }

  /// Waits for what is being fetched, and answers how much patience is left.
  long awaitFetched(long nanos) {
    long left = nanos;
    lock.lock();
    try {
      while (fetching && left > 0) {
        left = fetched.awaitNanos(left);
      }
      return left;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 0;
    } finally {
      lock.unlock();
    }
  }

  void retireIfIdle(Instant now) {
    lock.lock();
    try {
      if (current != null && current.isIdleSince(now.minus(IDLE))) {
        retire();
      }
    } finally {
      lock.unlock();
    }
  }

  void retireAll() {
    lock.lock();
    try {
      retire();
    } finally {
      lock.unlock();
    }
  }

  List<HeldBlock> all() {
    lock.lock();
    try {
      return Stream.concat(older.stream(), inUse().stream()).toList();
    } finally {
      lock.unlock();
    }
  }

  /// What of a block is to be written down, or nothing if it need not be heard from yet.
  Optional<List<Spent>> toWrite(HeldBlock block, Instant leasedUntil) {
    lock.lock();
    try {
      List<Spent> calls = block.toWrite();
      return calls.isEmpty() && block.isLeasedUntil(leasedUntil)
          ? Optional.empty()
          : Optional.of(calls);
    } finally {
      lock.unlock();
    }
  }

  void written(HeldBlock block, List<Spent> calls, Instant leaseEnds) {
    lock.lock();
    try {
      block.written(calls, leaseEnds);
    } finally {
      lock.unlock();
    }
  }

  /// Of a block whose answer was lost, or that was written off, nothing more is taken: what it
  /// holds stays counted until it is closed.
  void takeNoMoreFrom(HeldBlock block) {
    lock.lock();
    try {
      if (inUse().contains(block)) {
        retire();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whether nothing can come of it any more.
  boolean isDone(HeldBlock block) {
    lock.lock();
    try {
      return older.contains(block) && block.isAtRest();
    } finally {
      lock.unlock();
    }
  }

  void remove(HeldBlock block) {
    lock.lock();
    try {
      older.remove(block);
    } finally {
      lock.unlock();
    }
  }

  /// Ends it for good, if nothing is here.
  boolean endIfEmpty() {
    lock.lock();
    try {
      ended = current == null && next == null && !fetching && older.isEmpty();
      return ended;
    } finally {
      lock.unlock();
    }
  }

  private Look serve(Reservation call, Instant now) {
    if (next != null && next.serves(call) && (current == null || !current.serves(call))) {
      older.addAll(Stream.ofNullable(current).toList());
      current = next;
      current.begins(now);
      next = null;
    }
    HeldBlock block = current;
    if (block == null || !block.serves(call)) {
      return ended ? Look.ENDED : Look.NOTHING;
    }
    List<Notice> notices = block.reserve(call, now);
    return new Look(false, false, block, notices, wantsNext(block, now));
  }

  // not before all older ones are written down, so that no more is held than one ahead
  private boolean wantsNext(HeldBlock block, Instant now) {
    if (next != null || fetching || closing || !block.isHalfUsed() || !older.isEmpty()) {
      return false;
    }
    fetching = true;
    adaptTo(Duration.between(block.usedSince(), now).multipliedBy(2));
    return true;
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
    older.addAll(inUse());
    current = null;
    next = null;
  }

  private List<HeldBlock> inUse() {
    return Stream.of(Optional.ofNullable(current), Optional.ofNullable(next))
        .flatMap(Optional::stream)
        .toList();
  }

  /// What became of an attempt.
  ///
  /// @param ended whether other blocks have to be asked
  /// @param wanting whether a block should be taken for it
  /// @param block that serves it
  /// @param ahead whether the next block should be fetched now
  record Look(
      boolean ended,
      boolean wanting,
      @Nullable HeldBlock block,
      List<Notice> notices,
      boolean ahead) {
    static final Look NOTHING = new Look(false, false, null, List.of(), false);
    static final Look WANTING = new Look(false, true, null, List.of(), false);
    static final Look ENDED = new Look(true, false, null, List.of(), false);

    Look {
      notices = List.copyOf(notices);
    }
  }
}
