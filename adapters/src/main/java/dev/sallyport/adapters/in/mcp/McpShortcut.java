package dev.sallyport.adapters.in.mcp;

import dev.sallyport.adapters.kit.http.Shortcut;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.Authenticate;
import dev.sallyport.application.port.in.Authenticate.Proof;
import dev.sallyport.domain.secret.Secret;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one endpoint, on the connection's own thread as far as memory suffices, and on a thread of
/// its own where something has to be waited for.
@Singleton
final class McpShortcut implements Shortcut {
  private static final Logger LOG = LoggerFactory.getLogger(McpShortcut.class);
  private static final int UNAUTHORIZED = 401;
  private static final int LONG = 65_536;
  private static final String EVENTS = "text/event-stream";

  private final Entrance entrance;
  private final Authenticate authenticate;
  private final Knocks knocks;
  private final Door door;

  McpShortcut(Entrance entrance, Authenticate authenticate, Knocks knocks, Door door) {
    this.entrance = entrance;
    this.authenticate = authenticate;
    this.knocks = knocks;
    this.door = door;
  }

  /// With or without a slash at the end, since people type both.
  @Override
  public boolean takes(String path) {
    return path.equals("/mcp") || path.equals("/mcp/");
  }

  @Override
  public Visit arrives(Direct direct) {
    var request = new Request(direct);
    Optional<Reply> objection = entrance.beforeCaller(direct.method(), request.headers);
    if (objection.isPresent()) {
      return request.refuse(counted(direct, objection.get()));
    }
    Secret bearer = entrance.bearer(request.headers).orElseThrow();
    try {
      return authenticate
          .remembered(bearer)
          .map(request::enter)
          .orElseGet(() -> request.enterLater(bearer));
    } catch (Unavailable e) {
      LOG.warn("Nobody can be authenticated, away: {}", e.getMessage());
      return request.refuse(Entrance.away());
    }
  }

  /// Counts whoever came without a good token.
  private Reply counted(Direct direct, Reply reply) {
    return reply.status() == UNAUTHORIZED
        ? knocks.count(direct.peer()).map(Entrance::tooMany).orElse(reply)
        : reply;
  }

  /// One request at the door.
  private final class Request {
    private final Direct direct;
    private final Headers headers;
    private final DirectExchange exchange;

    Request(Direct direct) {
      this.direct = direct;
      this.headers = direct::headers;
      this.exchange =
          new DirectExchange(direct, takesEvents(headers), entrance.forBrowsers(headers));
    }

    Visit refuse(Reply reply) {
      exchange.answer(reply);
      return _ -> {};
    }

    Visit enter(Proof proof) {
      Optional<Reply> objection =
          entrance.ofCaller(proof).or(() -> entrance.afterCaller(direct.method(), headers));
      return objection.isPresent() || !(proof instanceof Proof.Proven(var caller, var until))
          ? refuse(counted(direct, objection.orElseThrow()))
          : body -> serve(new Visitor(caller, until), body);
    }

    private void serve(Visitor visitor, byte[] body) {
      if (body.length > LONG) {
        // it takes a while to read
        Thread.startVirtualThread(() -> door.overHttp(visitor, headers, body, exchange));
      } else {
        door.overHttp(visitor, headers, body, exchange);
      }
    }

    /// While the body comes, somebody looks who calls.
    Visit enterLater(Secret bearer) {
      var late = new Late();
      Thread.startVirtualThread(() -> late.entered(entered(bearer)));
      return late;
    }

    private Visit entered(Secret bearer) {
      try {
        return enter(authenticate.prove(bearer));
      } catch (RuntimeException e) {
        LOG.warn("Nobody could be authenticated", e);
        return refuse(Entrance.away());
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
