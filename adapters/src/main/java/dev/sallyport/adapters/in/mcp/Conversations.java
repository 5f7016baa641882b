package dev.sallyport.adapters.in.mcp;

import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.domain.secret.Secret;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All conversations of this instance. Who says nothing is looked at every second, so that a line
/// does not outlast the right to it.
@Singleton
public final class Conversations {
  private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

  private static final int MOST_OF_A_GRANT = 16;
  private static final long BEAT_SECONDS = 1;

  private final Door door;
  private final Authenticate authenticate;
  private final Set<Conversation> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("conversations").factory());
  private boolean beating;

  Conversations(Door door, Authenticate authenticate) {
    this.door = door;
    this.authenticate = authenticate;
  }

  /// Begins one; nothing where the grant has as many as it may.
  public synchronized Optional<Conversation> begin(Visitor visitor, Secret bearer, Line line) {
    if (countOf(visitor) >= MOST_OF_A_GRANT) {
      return Optional.empty();
    }
    var begun = new Conversation(door, authenticate, bearer, visitor.caller(), line, open::remove);
    // before anybody else knows of it
    line.carry(begun);
    open.add(begun);
    lookNowAndThen();
    return Optional.of(begun);
  }

  @PreDestroy
  void close() {
    beats.shutdownNow();
  }

  private long countOf(Visitor visitor) {
    return open.stream().filter(it -> it.caller().grant().equals(visitor.caller().grant())).count();
  }

  private void lookNowAndThen() {
    if (!beating) {
      beating = true;
      var _ =
          beats.scheduleWithFixedDelay(this::look, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void look() {
    for (Conversation each : List.copyOf(open)) {
      try {
        each.check();
      } catch (RuntimeException e) {
        LOG.error("A conversation could not be looked at", e);
      }
    }
  }
}
