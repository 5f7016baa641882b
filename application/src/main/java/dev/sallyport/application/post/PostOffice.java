package dev.sallyport.application.post;

import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Mailbox;
import dev.sallyport.application.port.out.Mailbox.Letter;
import dev.sallyport.application.port.out.Peppers;
import dev.sallyport.application.port.out.Randomness;
import dev.sallyport.application.port.out.UnitOfWork;
import dev.sallyport.domain.id.GrantId;
import dev.sallyport.domain.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Brings texts to those who wait for them: in memory where they wait here, by the mailbox where
/// they wait at another instance.
///
/// It looks a few times a second as long as somebody waits. While nothing was announced, that costs
/// a look into memory for each who waits.
public final class PostOffice implements AutoCloseable {
  private static final long BEAT_MILLIS = 200;

  /// What is not picked up in this time never will be.
  private static final Duration LASTING = Duration.ofMinutes(1);

  /// Of one grant, at this instance: a client that asks and leaves would pile them up.
  private static final int MOST_REPLIES = 32;

  private static final long UNREAD = Long.MIN_VALUE;

  private final Peppers peppers;
  private final Randomness randomness;
  private final Mailbox mailbox;
  private final Envelopes envelopes;
  private final Rights rights;
  private final Changes changes;
  private final UnitOfWork units;
  private final Alarms alarms;
  private final InstantSource clock;
  private final String node;
  private final Map<String, Box> boxes = new ConcurrentHashMap<>();
  private final Map<GrantId, Integer> replies = new ConcurrentHashMap<>();
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("post").factory());
  private volatile boolean started;
  private volatile boolean beating;
  private volatile boolean closed;

  // a list as long as what it leans on
  public PostOffice(
      Peppers peppers,
      Randomness randomness,
      Mailbox mailbox,
      Envelopes envelopes,
      Rights rights,
      Changes changes,
      UnitOfWork units,
      Alarms alarms,
      InstantSource clock,
      String node) {
    this.peppers = peppers;
    this.randomness = randomness;
    this.mailbox = mailbox;
    this.envelopes = envelopes;
    this.rights = rights;
    this.changes = changes;
    this.units = units;
    this.alarms = alarms;
    this.clock = clock;
    this.node = node;
  }

  /// Begins to look by itself, whenever somebody waits.
  public void start() {
    started = true;
  }

  /// Waits for one text; not where the grant waits for as many as it may.
  public Optional<String> awaitOne(
      Caller caller, String purpose, Instant until, Recipient recipient) {
    // all that can fail comes before it counts
    Box box = box(caller, purpose, until, recipient, true);
    if (replies.merge(caller.grant(), 1, Integer::sum) > MOST_REPLIES) {
      isOver(caller.grant());
      return Optional.empty();
    }
    return Optional.of(await(box));
  }

  /// Waits for all that comes, until it is forgotten.
  public String awaitAll(Caller caller, String purpose, Instant until, Recipient recipient) {
    return await(box(caller, purpose, until, recipient, false));
  }

  private Box box(Caller caller, String purpose, Instant until, Recipient recipient, boolean once) {
    // the stamp first: whatever is left for the name is left after it
    long stamp = stampOf(caller.scope());
    String name = Address.fresh(peppers, randomness, caller, purpose, node).name();
    return new Box(name, caller, purpose, until, recipient, once, stamp);
  }

  private String await(Box box) {
    boxes.put(box.name, box);
    if (closed) {
      end(box);
    } else {
      lookSoon();
    }
    return box.name;
  }

  /// Nobody waits under that name any longer; nobody is told.
  public void forget(String name) {
    Box box = boxes.get(name);
    if (box != null) {
      boolean _ = removed(box);
    }
  }

  /// Brings it to whoever waits for it here; from memory alone.
  public Delivery tell(Caller caller, String purpose, String name, String text) {
    Box box = boxes.get(name);
    if (box == null) {
      return Delivery.ELSEWHERE;
    }
    return box.isOf(caller, purpose) && tell(box, text) ? Delivery.TOLD : Delivery.UNKNOWN;
  }

  /// Leaves it for the instance that gave out the name.
  public Delivery leave(Caller caller, String purpose, String name, String text) {
    return Address.of(peppers, caller, purpose, name)
        .filter(it -> !it.node().equals(node))
        .map(address -> leave(caller, address, text))
        .orElse(Delivery.UNKNOWN);
  }

  /// Brings everybody what was left for them, and ends those whose time or right is over or who are
  /// gone.
  public void look() {
    Instant now = clock.instant();
    boxes.values().stream().filter(box -> box.isOver(now)).toList().forEach(this::end);
    boxes.values().stream()
        .collect(Collectors.groupingBy(box -> box.caller.scope()))
        .forEach((scope, waiting) -> pickUp(scope, waiting, now));
  }

  @Override
  public void close() {
    closed = true;
    beats.shutdown();
    List.copyOf(boxes.values()).forEach(this::end);
  }

  private Delivery leave(Caller caller, Address address, String text) {
    return envelopes
        .seal(caller, address.name(), text)
        .map(sealed ->
            new Letter(
                address.node(),
                address.name(),
                caller.grant(),
                sealed,
                clock.instant().plus(LASTING)))
        .map(letter -> leave(caller.scope(), letter))
        .orElse(Delivery.UNKNOWN);
  }

  private Delivery leave(TenantScope scope, Letter letter) {
    return units.run(
        scope,
        () ->
            switch (mailbox.leave(scope, letter, clock.instant())) {
              case LEFT -> {
                changes.announce(scope, Subject.REPLIES);
                yield new UnitOfWork.Ending.Keep<>(Delivery.LEFT);
              }
              case FULL -> new UnitOfWork.Ending.Undo<>(Delivery.FULL);
            });
  }

  private void pickUp(TenantScope scope, List<Box> all, Instant now) {
    try {
      Set<GrantId> ended = rights.ended(scope, all, now);
      all.stream().filter(box -> ended.contains(box.caller.grant())).forEach(this::end);
      List<Box> waiting = all.stream().filter(box -> !ended.contains(box.caller.grant())).toList();
      // while that cannot be opened, nothing more is taken: what is left waits where it is safe
      waiting.forEach(box -> open(box, now));
      long stamp = changes.stamp(scope.organization(), Subject.REPLIES);
      List<Box> old = waiting.stream().filter(box -> box.isOlderThan(stamp)).toList();
      if (!old.isEmpty()) {
        // also for who has begun to wait meanwhile, and hears of it the next time
        mailbox.take(scope, node, now).forEach(this::sort);
        old.forEach(box -> box.wasLookedAt(stamp));
        waiting.forEach(box -> open(box, now));
      }
    } catch (Unavailable _) {
      // nobody knows what was left; it is picked up once they do
    } catch (RuntimeException fault) {
      alarms.raise(new Alarm.Unchecked("what was left for this instance", fault));
    }
  }

  private void sort(Letter letter) {
    Box box = boxes.get(letter.name());
    if (box != null) {
      box.take(letter);
    }
  }

  private void open(Box box, Instant now) {
    for (Letter letter : box.unopened(now)) {
      Optional<String> text = opened(box, letter);
      if (box.drop(letter)) {
        text.ifPresent(it -> {
          boolean _ = tell(box, it);
        });
      }
    }
  }

  private Optional<String> opened(Box box, Letter letter) {
    try {
      return envelopes.open(box.caller, letter.name(), letter.text());
    } catch (Unavailable away) {
      throw away;
    } catch (RuntimeException fault) {
      alarms.raise(new Alarm.Unchecked("a letter", fault));
      return Optional.empty();
    }
  }

  /// Whether it came in time.
  private boolean tell(Box box, String text) {
    if (box.once && !removed(box)) {
      return false;
    }
    guarded(() -> box.recipient.told(text));
    return true;
  }

  private void end(Box box) {
    if (removed(box)) {
      guarded(box.recipient::ended);
    }
  }

  private boolean removed(Box box) {
    boolean removed = boxes.remove(box.name, box);
    if (removed && box.once) {
      isOver(box.caller.grant());
    }
    return removed;
  }

  private void isOver(GrantId grant) {
    replies.computeIfPresent(grant, (_, count) -> count == 1 ? null : count - 1);
  }

  // a fault of one who waits must not keep the others waiting
  private void guarded(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException fault) {
      alarms.raise(new Alarm.Unchecked("who waits for a reply", fault));
    }
  }

  private long stampOf(TenantScope scope) {
    try {
      return changes.stamp(scope.organization(), Subject.REPLIES);
    } catch (Unavailable _) {
      return UNREAD;
    }
  }

  private synchronized void lookSoon() {
    if (started && !beating && !closed && !boxes.isEmpty()) {
      beating = true;
      var _ = beats.schedule(this::beat, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void beat() {
    try {
      look();
    } finally {
      beating = false;
      lookSoon();
    }
  }
}
