package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.FollowCatalogue;
import dev.sallyport.application.port.in.ListSources;
import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.application.port.out.Alarms;
import dev.sallyport.application.port.out.Alarms.Alarm;
import dev.sallyport.application.port.out.Changes;
import dev.sallyport.application.port.out.Changes.Subject;
import dev.sallyport.application.port.out.Grants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Looks at everybody who follows a few times a second. As long as nothing was announced that costs
/// two looks into memory for each. After an announcement, and now and then without one, it compares
/// what each may list with what they might list before, and tells them of what differs alone.
public final class FollowCatalogueService implements FollowCatalogue {
  private static final int MOST = 1_024;
  private static final int MOST_OF_A_GRANT = 16;

  /// Some things change by time alone, and backends and plans may change without a word.
  private static final Duration STALE = Duration.ofSeconds(10);

  private static final long BEAT_MILLIS = 200;

  private final ListTools tools;
  private final ListSources sources;
  private final Grants grants;
  private final Changes changes;
  private final Alarms alarms;
  private final InstantSource clock;
  private final Set<Following> followers = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("catalogue").factory());
  private volatile boolean closed;

  public FollowCatalogueService(
      ListTools tools,
      ListSources sources,
      Grants grants,
      Changes changes,
      Alarms alarms,
      InstantSource clock) {
    this.tools = tools;
    this.sources = sources;
    this.grants = grants;
    this.changes = changes;
    this.alarms = alarms;
    this.clock = clock;
  }

  /// Begins to look by itself.
  public void start() {
    var _ =
        beats.scheduleWithFixedDelay(this::look, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public Attempt follow(Caller caller, Instant until, Follower follower) {
    // what they may see now is asked for by nobody who is in another's way, or has no room anyway
    return isFull(caller) ? Attempt.TOO_MANY : admit(new Following(caller, until, follower));
  }

  private synchronized Attempt admit(Following following) {
    if (isFull(following.caller)) {
      return Attempt.TOO_MANY;
    }
    following.follower.begins();
    if (closed) {
      following.follower.ended();
    } else {
      followers.add(following);
    }
    return Attempt.FOLLOWING;
  }

  /// Looks at everybody once.
  public void look() {
    for (Following following : List.copyOf(followers)) {
      // whoever would hear no more is told so, and comes again
      if (!done(() -> following.look(clock.instant()))) {
        var _ = done(following::end);
      }
    }
  }

  private boolean done(Runnable step) {
    try {
      step.run();
      return true;
    } catch (RuntimeException fault) {
      alarms.raise(new Alarm.Unchecked("what callers may list", fault));
      return false;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    beats.shutdown();
    List.copyOf(followers).forEach(Following::end);
  }

  private boolean isFull(Caller caller) {
    return followers.size() >= MOST
        || followers.stream().filter(it -> it.caller.grant().equals(caller.grant())).count()
            >= MOST_OF_A_GRANT;
  }

  /// One who follows, and what they were told last.
  private final class Following {
    private final Caller caller;
    private final Instant until;
    private final Follower follower;
    private volatile long entitlements;
    private volatile long catalogue;
    private volatile Map<Shelf, List<?>> seen;
    private volatile Instant seenAt;

    Following(Caller caller, Instant until, Follower follower) {
      this.caller = caller;
      this.until = until;
      this.follower = follower;
      this.entitlements = stamp(Subject.ENTITLEMENTS);
      this.catalogue = stamp(Subject.CATALOGUE);
      this.seen = visible();
      this.seenAt = clock.instant();
    }

    void look(Instant now) {
      if (follower.gone()) {
        followers.remove(this);
      } else if (!now.isBefore(until)) {
        end();
      } else {
        try {
          compare(now);
        } catch (Unavailable _) {
          // nobody knows what changed, and it is seen later
        }
      }
    }

    void end() {
      if (followers.remove(this)) {
        follower.ended();
      }
    }

    private void compare(Instant now) {
      long offered = stamp(Subject.CATALOGUE);
      long allowed = stamp(Subject.ENTITLEMENTS);
      if (offered == catalogue && allowed == entitlements && !isPast(seenAt, STALE, now)) {
        return;
      }
      if (grants.find(caller.scope(), caller.grant()).filter(it -> it.isLive(now)).isEmpty()) {
        end();
      } else {
        Map<Shelf, List<?>> before = seen;
        seen = visible();
        seenAt = now;
        entitlements = allowed;
        catalogue = offered;
        tell(differing(before, seen));
      }
    }

    private void tell(Set<Shelf> changed) {
      if (!changed.isEmpty()) {
        follower.changed(changed);
      }
    }

    private static Set<Shelf> differing(Map<Shelf, List<?>> before, Map<Shelf, List<?>> after) {
      Set<Shelf> differing = EnumSet.allOf(Shelf.class);
      differing.removeIf(shelf -> Objects.equals(before.get(shelf), after.get(shelf)));
      return differing;
    }

    private long stamp(Subject subject) {
      return changes.stamp(caller.scope().organization(), subject);
    }

    private Map<Shelf, List<?>> visible() {
      Map<Shelf, List<?>> visible = new EnumMap<>(Shelf.class);
      ListSources.Listing listing = sources.sources(caller);
      visible.put(Shelf.TOOLS, tools.list(caller));
      visible.put(Shelf.PROMPTS, listing.prompts());
      visible.put(Shelf.RESOURCES, List.of(listing.resources(), listing.templates()));
      return visible;
    }

    private static boolean isPast(Instant since, Duration how, Instant now) {
      // a clock that was set back makes no difference for longer than that
      return Duration.between(since, now).abs().compareTo(how) >= 0;
    }
  }
}
