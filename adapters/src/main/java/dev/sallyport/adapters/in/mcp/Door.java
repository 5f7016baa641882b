package dev.sallyport.adapters.in.mcp;

import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.KeepPace;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes one body up the ladder and to the method it names, whatever carried it here.
@Singleton
public final class Door {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  private static final Set<Rung> OF_BOTH = EnumSet.range(Rung.IS_STRICT_JSON, Rung.LAST_OF_BOTH);
  private static final Set<Rung> OF_MODERN = EnumSet.complementOf(EnumSet.copyOf(OF_BOTH));

  private final Map<String, Method> methods;
  private final Asking asking;
  private final Identity server;
  private final KeepPace pace;
  private final List<Older> older;

  Door(
      List<Method> methods,
      ModernAsking asking,
      Identity server,
      KeepPace pace,
      List<Older> older) {
    this.pace = pace;
    this.methods = methods.stream().collect(Collectors.toMap(Method::name, Function.identity()));
    this.asking = asking;
    this.server = server;
    this.older = List.copyOf(older);
  }

  /// Ends in one answer, now or later.
  void overHttp(Visitor visitor, Headers headers, byte[] body, Exchange exchange) {
    serve(visitor, Climb.overHttp(headers, body), exchange);
  }

  /// The same for what carries messages without headers.
  ///
  /// @param agreed [Headers#NONE], or what an earlier handshake agreed on
  public void bare(Visitor visitor, Headers agreed, byte[] body, Exchange exchange) {
    serve(visitor, Climb.bare(agreed, body), exchange);
  }

  /// What a method is, if there is one of that name for that revision.
  public Optional<Method> method(String name, Revision revision) {
    return Optional.ofNullable(methods.get(name)).filter(it -> it.isIn(revision));
  }

  private void serve(Visitor visitor, Climb climb, Exchange exchange) {
    Optional<Trouble> trouble = objection(OF_BOTH, climb);
    if (trouble.isEmpty() && !climb.isModern()) {
      if (older.isEmpty()) {
        refuse(climb, exchange, Trouble.noMessage("older revisions are not served"));
      } else {
        older.getFirst().serve(visitor, climb.json(), climb.headers(), exchange);
      }
      return;
    }
    trouble
        .or(() -> objection(OF_MODERN, climb))
        .ifPresentOrElse(it -> refuse(climb, exchange, it), () -> answer(visitor, climb, exchange));
  }

  private static Optional<Trouble> objection(Set<Rung> rungs, Climb climb) {
    for (Rung rung : rungs) {
      Optional<Trouble> objection = rung.objection(climb);
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }

  private void answer(Visitor visitor, Climb climb, Exchange exchange) {
    if (!(climb.message() instanceof Message.Request request)) {
      exchange.answer(Reply.accepted());
      return;
    }
    var ask =
        new Ask(
            visitor,
            Revision.R2026_07_28,
            request,
            climb.meta(),
            climb.headers(),
            exchange,
            asking,
            server);
    method(request.method(), Revision.R2026_07_28)
        .ifPresentOrElse(
            it -> run(it, ask),
            () ->
                ask.trouble(
                    new Trouble(404, Trouble.UNKNOWN_METHOD, "there is no such method", null)));
  }

  /// Runs a method for whoever keeps a pace that anybody could, so that whatever breaks is
  /// answered, and nobody's thread is kept waiting.
  public void run(Method method, Ask ask) {
    Optional<Duration> wait =
        pace.pause(ask.caller())
            .or(() -> method.isLimited() ? Optional.empty() : pace.count(ask.caller()));
    if (wait.isPresent()) {
      ask.trouble(Trouble.tooFast(wait.get()), LimitHeaders.of(List.of(), wait.get()));
    } else if (method.mayWait(ask)) {
      Thread.startVirtualThread(() -> runHere(method, ask));
    } else {
      runHere(method, ask);
    }
  }

  private static void runHere(Method method, Ask ask) {
    guarded(ask, () -> method.answer(ask));
  }

  /// Does one step towards an answer; if it breaks, that is the answer. Whoever goes on with a
  /// request on another thread begins here again.
  static void guarded(Ask ask, Runnable step) {
    try {
      step.run();
    } catch (Unavailable e) {
      LOG.warn("Could not answer, away: {}", e.getMessage());
      ask.trouble(Trouble.away());
    } catch (RuntimeException e) {
      LOG.error("Nobody foresaw this", e);
      ask.trouble(Trouble.internal());
    }
  }

  private static void refuse(Climb climb, Exchange exchange, Trouble trouble) {
    exchange.answer(
        Reply.of(trouble.status(), Json.of(Envelope.error(climb.id().orElse(null), trouble))));
  }
}
