package dev.sallyport.adapters.out.limits;

import dev.sallyport.application.port.out.Meter.Notice;
import dev.sallyport.application.port.out.Meter.Reservation;
import dev.sallyport.application.port.out.QuotaBlocks.Spent;
import dev.sallyport.domain.plan.Allowance.Charge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

  private final List<HeldBlock> older = new ArrayList<>();
  private @Nullable HeldBlock current;
  private @Nullable HeldBlock next;
  private CountDownLatch fetching = new CountDownLatch(0);
  private boolean closing;
  private boolean ended;
  private int wanted = FIRST;
  private Instant second = Instant.MIN;
  private int inSecond;

  /// Serves the call if a block can.
  synchronized Look reserve(Reservation call, Instant now) {
    Look look = serve(call, now);
    return look.block() == null && !ended && isBusy(now) ? Look.WANTING : look;
  }

  /// The same for one that has waited for a block.
  synchronized Look reserveAgain(Reservation call, Instant now) {
    return serve(call, now);
  }

  synchronized boolean commit(HeldBlock block, Reservation call) {
    return block.commit(call);
  }

  synchronized boolean release(HeldBlock block, Reservation call) {
    return block.release(call);
  }

  synchronized boolean haveUnits() {
    return next != null || (current != null && current.left() > 0);
  }

  /// Those in use whose units were taken from that counter.
  synchronized List<HeldBlock> takenFrom(Charge counter) {
    return inUse().stream().filter(block -> block.isTakenFrom(counter)).toList();
  }

  /// How many units of these nobody used, as far as they are still in use and nobody can have taken
  /// them for lost.
  synchronized long unused(List<HeldBlock> blocks, Instant now) {
    List<HeldBlock> inUse = inUse();
    return blocks.stream()
        .filter(block -> inUse.contains(block) && block.isLeasedUntil(now))
        .mapToLong(HeldBlock::left)
        .sum();
  }

  /// How many calls the next block should last for.
  synchronized int wanted() {
    return wanted;
  }

  /// Makes room for a block that serves the call. False when one does by now, or none ever will.
  synchronized boolean makeRoomFor(Reservation call, Instant now) {
    if (ended || inUse().stream().anyMatch(block -> block.serves(call))) {
      return false;
    }
    adaptTo(current == null ? null : Duration.between(current.usedSince(), now));
    retire();
    return true;
  }

  /// Whether a block that is taken now will be given back.
  synchronized boolean mayGrow() {
    return !closing;
  }

  synchronized void serveFrom(HeldBlock block) {
    current = block;
  }

  /// What was fetched ahead, or nothing if that failed.
  synchronized void fetched(@Nullable HeldBlock block) {
    fetching.countDown();
    if (block != null && current == null) {
      older.add(block);
    } else {
      next = block;
    }
  }

  /// From now on nothing is fetched ahead.
  synchronized void fetchNoMore() {
    closing = true;
  }

  /// Waits for what is being fetched, as long as that.
  void awaitFetched(Duration patience) {
    try {
      boolean _ = underWay().await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized CountDownLatch underWay() {
    return fetching;
  }

  synchronized void retireIfIdle(Instant now) {
    if (current != null && current.isIdleSince(now.minus(IDLE))) {
      retire();
    }
  }

  synchronized void retireAll() {
    retire();
  }

  synchronized List<HeldBlock> all() {
    return Stream.concat(older.stream(), inUse().stream()).toList();
  }

  /// What of a block is to be written down, or nothing if it need not be heard from yet.
  synchronized Optional<List<Spent>> toWrite(HeldBlock block, Instant leasedUntil) {
    List<Spent> calls = block.toWrite();
    return calls.isEmpty() && block.isLeasedUntil(leasedUntil)
        ? Optional.empty()
        : Optional.of(calls);
  }

  synchronized void written(HeldBlock block, List<Spent> calls, Instant leaseEnds) {
    block.written(calls, leaseEnds);
  }

  /// Of a block whose answer was lost, or that was written off, nothing more is taken: what it
  /// holds stays counted until it is closed.
  synchronized void takeNoMoreFrom(HeldBlock block) {
    if (inUse().contains(block)) {
      retire();
    }
  }

  /// Whether nothing can come of it any more.
  synchronized boolean isDone(HeldBlock block) {
    return older.contains(block) && block.isAtRest();
  }

  synchronized void remove(HeldBlock block) {
    older.remove(block);
  }

  /// Ends it for good, if nothing is here.
  synchronized boolean endIfEmpty() {
    ended = current == null && next == null && !isFetching() && older.isEmpty();
    return ended;
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
    if (next != null || isFetching() || closing || !block.isHalfUsed() || !older.isEmpty()) {
      return false;
    }
    fetching = new CountDownLatch(1);
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

  private boolean isFetching() {
    return fetching.getCount() > 0;
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
