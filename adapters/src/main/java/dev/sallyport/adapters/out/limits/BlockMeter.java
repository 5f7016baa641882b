package dev.sallyport.adapters.out.limits;

import dev.sallyport.application.port.out.Meter;
import dev.sallyport.application.port.out.QuotaBlocks;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.domain.id.CallId;
import dev.sallyport.domain.id.PersonId;
import dev.sallyport.domain.plan.Allowance.Charge;
import dev.sallyport.domain.plan.Window;
import dev.sallyport.domain.tenancy.TenantScope;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The meter that serves the reads of busy people from blocks of units held in memory, and passes
/// everything else to the rows.
///
/// What a claim holds always goes to the rows, in the unit of the claim. Every block is taken from
/// the same counters as rows are, before it is used, so no quota is exceeded, whichever way a call
/// goes. What was served is written down in batches; an instance that dies before leaves its block
/// counted.
@Primary
@Singleton
@Requires(property = "sallyport.database.url")
final class BlockMeter implements Meter {
  private static final Logger LOG = LoggerFactory.getLogger(BlockMeter.class);
  private static final int NODE_BYTES = 8;

  /// How long the end waits for blocks that are being fetched.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// Of what is not written down by then, nobody knows that it was not used.
  private static final Duration LAST_TRY = Duration.ofSeconds(5);

  private final Meter rows;
  private final InstantSource clock;
  private final Shelf.Supplies supplies;
  private final Map<Key, Shelf> shelves = new ConcurrentHashMap<>();
  private final Map<CallId, Served> served = new ConcurrentHashMap<>();
  private volatile boolean behind;

  @Inject
  BlockMeter(
      @Named("rows") Meter rows, QuotaBlocks blocks, Randomness randomness, InstantSource clock) {
    this(rows, blocks, randomness, clock, Thread::startVirtualThread);
  }

  BlockMeter(
      Meter rows, QuotaBlocks blocks, Randomness randomness, InstantSource clock, Executor ahead) {
    this.rows = rows;
    this.clock = clock;
    String node = HexFormat.of().formatHex(randomness.bytes(NODE_BYTES));
    this.supplies = new Shelf.Supplies(blocks, randomness, node, ahead, served::remove);
  }

  @Override
  public Promise reserve(TenantScope scope, Reservation reservation) {
    if (reservation.heldBy().isPresent()) {
      return rows.reserve(scope, reservation);
    }
    Served known = served.get(reservation.call());
    if (known != null) {
      return new Promise.Reserved(known.notices());
    }
    Served now = fromShelf(scope, reservation);
    if (now == null) {
      return fromRows(scope, reservation);
    }
    served.put(reservation.call(), now);
    return new Promise.Reserved(now.notices());
  }

  @Override
  public Settling commit(TenantScope scope, CallId call) {
    Served known = servedTo(scope, call);
    if (known == null) {
      return rows.commit(scope, call);
    }
    return known.shelf().commit(known) ? Settling.COUNTED : rows.commit(scope, call);
  }

  @Override
  public void release(TenantScope scope, CallId call) {
    Served known = servedTo(scope, call);
    if (known == null) {
      rows.release(scope, call);
    } else if (known.shelf().release(known)) {
      served.remove(call);
    }
  }

  /// Without the units that are only held here. Those that other instances hold count as promised.
  @Override
  public Usage usage(TenantScope scope, Charge of) {
    List<Shelf.Holding> held = held(scope, of);
    Usage counted = rows.usage(scope, of);
    // only what was held before as well as after is counted in the rows for certain
    Instant now = clock.instant();
    long unused = held.stream().mapToLong(each -> each.unused(now)).sum();
    return new Usage(counted.used(), Math.max(0, counted.reserved() - unused));
  }

  private List<Shelf.Holding> held(TenantScope scope, Charge of) {
    return shelves.entrySet().stream()
        .filter(each -> each.getKey().scope().equals(scope))
        .map(each -> each.getValue().holding(of))
        .toList();
  }

  /// Writes down what was served, prolongs leases, and gives back what nobody uses.
  @Scheduled(fixedDelay = "1s")
  void tend() {
    Instant now = clock.instant();
    served.values().stream()
        .filter(each -> !now.isBefore(each.reservation().expiresAt()))
        .forEach(each -> release(each.scope(), each.reservation().call()));
    tell(shelves.entrySet().stream().map(each -> tend(each.getKey(), each.getValue(), now)));
  }

  /// Writes down and gives back everything, before the end.
  @PreDestroy
  void close() {
    List<Shelf> all = List.copyOf(shelves.values());
    all.forEach(Shelf::close);
    Instant fetched = clock.instant().plus(PATIENCE);
    all.forEach(shelf -> shelf.awaitFetched(Duration.between(clock.instant(), fetched)));
    Instant end = clock.instant().plus(LAST_TRY);
    tell(
        all.stream()
            .takeWhile(_ -> clock.instant().isBefore(end))
            .map(shelf -> shelf.clear(clock.instant())));
  }

  /// How many calls are in memory.
  int held() {
    return served.size();
  }

  private @Nullable RuntimeException tend(Key key, Shelf shelf, Instant now) {
    RuntimeException failure = shelf.tend(now);
    shelves.computeIfPresent(key, (_, kept) -> kept.endIfEmpty() ? null : kept);
    return failure;
  }

  // nothing is lost: it stays on its shelf until the next time. Said once, not each second
  private void tell(Stream<@Nullable RuntimeException> all) {
    List<RuntimeException> failures = all.filter(Objects::nonNull).toList();
    if (!failures.isEmpty() && !behind) {
      LOG.warn(
          "Usage of {} people could not be written down and will be tried again",
          failures.size(),
          failures.getFirst());
    } else if (failures.isEmpty() && behind) {
      LOG.info("Usage is written down again");
    }
    behind = !failures.isEmpty();
  }

  private @Nullable Served fromShelf(TenantScope scope, Reservation reservation) {
    Key key = Key.of(scope, reservation);
    Shelf.Answer answer;
    do {
      Shelf shelf = shelves.computeIfAbsent(key, _ -> new Shelf(scope, supplies));
      answer = shelf.reserve(reservation, clock.instant());
    } while (answer.ended());
    return answer.served();
  }

  // what this instance holds itself must not be what is missing
  private Promise fromRows(TenantScope scope, Reservation reservation) {
    Promise promise = rows.reserve(scope, reservation);
    if (promise instanceof Promise.Reserved) {
      return promise;
    }
    Shelf shelf = shelves.get(Key.of(scope, reservation));
    if (shelf == null || !shelf.holdsUnits()) {
      return promise;
    }
    var _ = shelf.clear(clock.instant());
    return rows.reserve(scope, reservation);
  }

  private @Nullable Served servedTo(TenantScope scope, CallId call) {
    Served known = served.get(call);
    return known != null && known.scope().equals(scope) ? known : null;
  }

  private record Key(TenantScope scope, PersonId person, LocalDate day) {
    // no two calls of one day count against different windows
    static Key of(TenantScope scope, Reservation reservation) {
      return new Key(scope, reservation.person(), Window.dayOf(reservation.at()).starts());
    }
  }

  /// A call that a block serves.
  record Served(
      TenantScope scope,
      Shelf shelf,
      HeldBlock block,
      Reservation reservation,
      List<Notice> notices) {
    Served {
      notices = List.copyOf(notices);
    }
  }
}
