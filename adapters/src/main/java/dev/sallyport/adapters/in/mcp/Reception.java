package dev.sallyport.adapters.in.mcp;

import dev.sallyport.adapters.in.mcp.Entrance.Use;
import dev.sallyport.adapters.kit.http.Shortcut.Answer;
import dev.sallyport.adapters.kit.http.Shortcut.Direct;
import dev.sallyport.adapters.kit.http.Shortcut.Visit;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.in.Authenticate.Memory;
import dev.sallyport.application.port.in.Authenticate.Proof;
import dev.sallyport.application.port.in.CountKnocks;
import dev.sallyport.application.port.in.ViewLimits;
import dev.sallyport.domain.secret.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes requests through the [Entrance], whatever they are for: on their connection's own thread
/// as far as memory suffices, and else on one of their own.
@Singleton
public final class Reception {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
  private static final int UNAUTHORIZED = 401;
  private static final int UNAVAILABLE = 503;
  private static final int MOST_TOGETHER = 64;
  private static final String EVENTS = "text/event-stream";

  private final Entrance entrance;
  private final Authenticate authenticate;
  private final ViewLimits limits;
  private final CountKnocks knocks;
  // one token that comes some times at once is one stranger: how often, while it is looked for
  private final Map<Long, Integer> lookedFor = new ConcurrentHashMap<>();

  Reception(Entrance entrance, Authenticate authenticate, ViewLimits limits, CountKnocks knocks) {
    this.entrance = entrance;
    this.authenticate = authenticate;
    this.limits = limits;
    this.knocks = knocks;
  }

  /// Hands on whoever may come in, and answers the others.
  ///
  /// @param use what the address is for that was asked
  public Visit receive(Direct direct, Use use, Host host) {
    var request = new Request(direct, use, host);
    Optional<Reply> objection = entrance.beforeCaller(use, direct.method(), request.headers);
    if (objection.isPresent()) {
      return request.refuse(objection.get());
    }
    Secret bearer = entrance.bearer(request.headers).orElseThrow();
    try {
      return switch (authenticate.remembered(bearer)) {
        case Memory.Sure(Proof proof) -> request.enter(bearer, proof);
        case Memory.Stale() -> request.enterLater(bearer);
        case Memory.Nothing(long mark) -> request.enterAsStranger(bearer, mark);
      };
    } catch (Unavailable e) {
      LOG.warn("Nobody can be authenticated, away: {}", e.getMessage());
      return request.refuse(Entrance.away());
    }
  }

  /// What is told to whom the edge turned away.
  public Answer turnAway(Headers headers, int status, String why) {
    int code = status == UNAVAILABLE ? Trouble.AWAY : Trouble.INVALID_REQUEST;
    return DirectExchange.alone(
        Reply.of(new Trouble(status, code, why, null)).with(entrance.forBrowsers(headers)));
  }

  /// Takes over from here. Must neither block nor throw.
  public interface Host {
    /// Whoever came in, and the way to answer them.
    ///
    /// @param bearer what they showed, for who has to look at it again
    Visit welcome(Visitor visitor, Secret bearer, Headers headers, Exchange exchange);
  }

  /// One request at the door.
  private final class Request {
    private final Direct direct;
    private final Use use;
    private final Host host;
    private final Headers headers;
    private final DirectExchange exchange;
    private boolean counted;

    Request(Direct direct, Use use, Host host) {
      this.direct = direct;
      this.use = use;
      this.host = host;
      this.headers = direct::headers;
      this.exchange =
          new DirectExchange(direct, takesEvents(headers), entrance.forBrowsers(headers));
    }

    /// Whoever came without a good token is counted, once.
    Visit refuse(Reply reply) {
      exchange.answer(
          reply.status() == UNAUTHORIZED && !counted
              ? knocks.count(direct.peer()).map(Entrance::tooMany).orElse(reply)
              : reply);
      return _ -> {};
    }

    Visit enter(Secret bearer, Proof proof) {
      Optional<Reply> objection = entrance.ofCaller(proof);
      if (objection.isPresent() || !(proof instanceof Proof.Proven(var caller, var until))) {
        return refuse(objection.orElseThrow());
      }
      exchange.tells(() -> LimitHeaders.of(limits.standings(caller), null));
      Optional<Reply> mistake = entrance.afterCaller(use, direct.method(), headers);
      if (mistake.isPresent()) {
        exchange.answer(mistake.get());
        return _ -> {};
      }
      return host.welcome(new Visitor(caller, until), bearer, headers, exchange);
    }

    /// Nobody looks for whoever comes where too many were before that nobody knew.
    Visit enterAsStranger(Secret bearer, long mark) {
      int times = lookedFor.merge(mark, 1, Integer::sum);
      if (times > 1 && times <= MOST_TOGETHER) {
        return enterLater(bearer);
      }
      Runnable looked = times == 1 ? () -> lookedFor.remove(mark) : () -> {};
      Optional<Duration> wait = knocks.count(direct.peer());
      if (wait.isPresent()) {
        looked.run();
        exchange.answer(Entrance.tooMany(wait.get()));
        return _ -> {};
      }
      counted = true;
      return later(bearer, looked);
    }

    /// While the body comes, somebody looks who calls.
    Visit enterLater(Secret bearer) {
      return later(bearer, () -> {});
    }

    private Visit later(Secret bearer, Runnable looked) {
      var late = new Late();
      Thread.startVirtualThread(() -> {
        Visit visit;
        try {
          visit = entered(bearer);
        } finally {
          looked.run();
        }
        late.entered(visit);
      });
      return late;
    }

    private Visit entered(Secret bearer) {
      try {
        Proof proof = authenticate.prove(bearer);
        if (proof instanceof Proof.Proven(var caller, var _)) {
          forgive();
          limits.learn(caller);
        }
        return enter(bearer, proof);
      } catch (RuntimeException e) {
        LOG.warn("Nobody could be authenticated", e);
        forgive();
        return refuse(Entrance.away());
      }
    }

    private void forgive() {
      if (counted) {
        counted = false;
        knocks.forgive(direct.peer());
      }
    }

    private static boolean takesEvents(Headers headers) {
      List<String> accepted = headers.all("Accept");
      return !accepted.isEmpty() && accepted.stream().anyMatch(it -> it.contains(EVENTS));
    }
  }

  /// Goes on once it is known who calls and the body is there, whichever comes first.
  private static final class Late implements Visit {
    private @Nullable Visit visit;
    private byte @Nullable [] whole;

    synchronized void entered(Visit entered) {
      visit = entered;
      goOn();
    }

    @Override
    public synchronized void body(byte[] body) {
      whole = body;
      goOn();
    }

    private void goOn() {
      if (visit != null && whole != null) {
        visit.body(whole);
      }
    }
  }
}
