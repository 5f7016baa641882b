package dev.sallyport.adapters.out.limits;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.Meter.Reservation;
import dev.sallyport.application.port.out.QuotaBlocks;
import dev.sallyport.application.port.out.QuotaBlocks.Request;
import dev.sallyport.application.port.out.QuotaBlocks.Spending;
import dev.sallyport.application.port.out.QuotaBlocks.Spent;
import dev.sallyport.application.port.out.QuotaBlocks.State;
import dev.sallyport.application.port.out.QuotaBlocks.Taking;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes blocks for one person on one day, writes down what they served, and gives them back.
///
/// The next block is fetched when half of one is used, so that hardly any call waits for the
/// database. Whoever finds nothing all the same fetches while the others wait, so that one fetch
/// serves all of them. What is not written down is bounded by the units of the blocks.
final class Shelf {
  /// The instance counts as lost if it is not heard from for so long.
  private static final Duration LEASE = Duration.ofSeconds(60);

  /// A lease is prolonged when no more than this is left of it.
  private static final Duration RENEWAL = Duration.ofSeconds(40);

  private static final int FEWEST_CALLS = 4;
  private static final int ID_BYTES = 10;

  private final TenantScope scope;
  private final Supplies supplies;
  private final HeldBlocks blocks = new HeldBlocks();

  /// Held by who takes a block that somebody waits for, or writes down; never by who is served.
  private final ReentrantLock writing = new ReentrantLock();

  Shelf(TenantScope scope, Supplies supplies) {
    this.scope = scope;
    this.supplies = supplies;
  }

  /// Serves the call if a block can, or could be had.
  Answer reserve(Reservation call, Instant now) {
    HeldBlocks.Look look = blocks.reserve(call, now);
    if (look.wanting()) {
      replace(call, now);
      look = blocks.reserveAgain(call, now);
    }
    HeldBlock block = look.block();
    if (block == null) {
      return new Answer(look.ended(), null);
    }
    if (look.ahead()) {
      fetchAhead(request(call, now));
    }
    return new Answer(false, new BlockMeter.Served(scope, this, block, call, look.notices()));
  }

  boolean commit(BlockMeter.Served call) {
    return blocks.commit(call.block(), call.reservation());
  }

  boolean release(BlockMeter.Served call) {
    return blocks.release(call.block(), call.reservation());
  }

  /// What is in use here of that counter.
  Holding holding(Charge counter) {
    return new Holding(blocks, blocks.takenFrom(counter));
  }

  boolean holdsUnits() {
    return blocks.haveUnits();
  }

  /// Writes down what was served, and gives back what was not used for a while. Answers why some of
  /// it could not be.
  @Nullable RuntimeException tend(Instant now) {
    writing.lock();
    try {
      blocks.retireIfIdle(now);
      return writeDown(now);
    } finally {
      writing.unlock();
    }
  }

  /// The same, and gives back everything.
  @Nullable RuntimeException clear(Instant now) {
    writing.lock();
    try {
      blocks.retireAll();
      return writeDown(now);
    } finally {
      writing.unlock();
    }
  }

  /// From now on no block is taken.
  void close() {
    blocks.fetchNoMore();
  }

  /// Waits for the block that is being fetched, so that nobody has to take it for lost.
  void awaitFetched(Duration patience) {
    blocks.awaitFetched(patience);
  }

  /// Ends it for good, if nothing is on it and nobody is putting something there.
  boolean endIfEmpty() {
    if (!writing.tryLock()) {
      return false;
    }
    try {
      return blocks.endIfEmpty();
    } finally {
      writing.unlock();
    }
  }

  private void replace(Reservation call, Instant now) {
    writing.lock();
    try {
      // what could not be written down is told by whoever tends the shelf; until it is, each call
      // counts for itself, and no more units are held
      if (blocks.makeRoomFor(call, now) && writeDown(now) == null && blocks.mayGrow()) {
        HeldBlock block = taken(request(call, now));
        if (block != null) {
          blocks.serveFrom(block);
        }
      }
    } finally {
      writing.unlock();
    }
  }

  private void fetchAhead(Request request) {
    try {
      supplies.ahead().execute(() -> fetch(request));
    } catch (RuntimeException _) {
      // as if it had failed
      blocks.fetched(null);
    }
  }

  private void fetch(Request request) {
    HeldBlock block = null;
    try {
      block = taken(request);
    } catch (RuntimeException _) {
      // whoever needs it fetches it, and hears why that fails
    } finally {
      blocks.fetched(block);
    }
  }

  private Request request(Reservation call, Instant now) {
    return new Request(
        CallId.of(now, supplies.randomness().bytes(ID_BYTES)),
        supplies.node(),
        call.person(),
        call.allowance(),
        call.at(),
        call.units() * FEWEST_CALLS,
        call.units() * blocks.wanted(),
        now.plus(LEASE));
  }

  private @Nullable HeldBlock taken(Request request) {
    return supplies.blocks().take(scope, request) instanceof Taking.Taken(int units, var counts)
        ? new HeldBlock(request, units, counts, request.leaseEnds().minus(LEASE))
        : null;
  }

  // one block that fails does not hold up the others, unless none could be written down now
  private @Nullable RuntimeException writeDown(Instant now) {
    RuntimeException failure = null;
    for (HeldBlock block : blocks.all()) {
      try {
        blocks
            .toWrite(block, now.plus(RENEWAL))
            .ifPresent(calls -> writeDown(block, calls, now.plus(LEASE)));
        giveBackIfDone(block);
      } catch (RuntimeException e) {
        failure = failure == null ? e : failure;
        blocks.takeNoMoreFrom(block);
        if (e instanceof Unavailable) {
          return e;
        }
      }
    }
    return failure;
  }

  private void writeDown(HeldBlock block, List<Spent> calls, Instant leaseEnds) {
    Spending spending = supplies.blocks().spend(scope, block.id(), calls, leaseEnds);
    // first, or it would seem leased anew
    if (spending.block() == State.WRITTEN_OFF) {
      blocks.takeNoMoreFrom(block);
    }
    blocks.written(block, calls, leaseEnds);
    calls.stream().map(Spent::call).forEach(supplies.writtenDown());
  }

  private void giveBackIfDone(HeldBlock block) {
    if (blocks.isDone(block)) {
      supplies.blocks().close(scope, block.id());
      blocks.remove(block);
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

  /// Blocks that were in use when somebody looked.
  record Holding(HeldBlocks all, List<HeldBlock> inUse) {
    Holding {
      inUse = List.copyOf(inUse);
    }

    /// What is unused of those that still are.
    long unused(Instant now) {
      return all.unused(inUse, now);
    }
  }

  /// What became of an attempt.
  ///
  /// @param ended whether another shelf has to be asked
  record Answer(boolean ended, BlockMeter.@Nullable Served served) {}
}
