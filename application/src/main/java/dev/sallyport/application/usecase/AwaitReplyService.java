package dev.sallyport.application.usecase;

import dev.sallyport.application.Caller;
import dev.sallyport.application.port.in.AwaitReply;
import dev.sallyport.application.port.in.SealState;
import dev.sallyport.domain.id.GrantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Names are sealed for the grant, so that a reply of somebody else, or to nothing, is known for
/// what it is.
public final class AwaitReplyService implements AwaitReply {
  private static final String BINDING = "reply";

  private final SealState seals;
  private final String node;
  private final InstantSource clock;
  private final Map<String, Waiter> waiting = new ConcurrentHashMap<>();

  public AwaitReplyService(SealState seals, String node, InstantSource clock) {
    this.seals = seals;
    this.node = node;
    this.clock = clock;
  }

  @Override
  public String expect(Caller caller, Instant until, Consumer<Optional<String>> told) {
    String name =
        seals.seal(caller, BINDING, node, Duration.between(clock.instant(), until).plusSeconds(1));
    waiting.put(name, new Waiter(caller.grant(), until, told));
    return name;
  }

  @Override
  public void forget(String name) {
    waiting.remove(name);
  }

  @Override
  public void reply(Caller caller, String name, String reply) {
    if (seals.open(caller, BINDING, name) instanceof SealState.Opening.Opened _) {
      Waiter waiter = waiting.remove(name);
      if (waiter != null && waiter.grant().equals(caller.grant())) {
        waiter.told().accept(Optional.of(reply));
      }
    }
  }

  /// One who waits, and for how long.
  private record Waiter(GrantId grant, Instant until, Consumer<Optional<String>> told) {}
}
