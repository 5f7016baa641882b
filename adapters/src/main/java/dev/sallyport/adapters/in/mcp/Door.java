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

  private static final Trouble NO_OLDER = Trouble.noMessage("older revisions are not served");

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

  /// What whoever does not keep a pace that anybody could hears instead of an answer. All that the
  /// gate is not asked for is counted, whatever carries it and whatever else is wrong with it.
  ///
  /// @param message as malformed if it is refused anyway
  public Optional<Reply> tooFast(Visitor visitor, Message message, Exchange exchange) {
    return paused(visitor, message, exchange)
        .or(() -> isForTheGate(message) ? Optional.empty() : counted(visitor, message, exchange));
  }

  /// Only whether they were told so too often and went on. To give up a request, or to reply to us,
  /// is to go on with less.
  public Optional<Reply> paused(Visitor visitor, Message message, Exchange exchange) {
    return message.isRelief()
        ? Optional.empty()
        : pace.pause(visitor.caller()).map(wait -> toldToWait(message, exchange, wait));
  }

  /// Only whether it was too many, of which this is one, whatever it is.
  public Optional<Reply> counted(Visitor visitor, Message message, Exchange exchange) {
    return pace.count(visitor.caller()).map(wait -> toldToWait(message, exchange, wait));
  }

  private boolean isForTheGate(Message message) {
    return message instanceof Message.Request request
        && Optional.ofNullable(methods.get(request.method())).filter(Method::isLimited).isPresent();
  }

  private static Reply toldToWait(Message message, Exchange exchange, Duration wait) {
    return switch (message) {
      case Message.Request request -> Reply.tooFast(request.id(), wait);
      case Message.Malformed malformed -> Reply.tooFast(malformed.id().orElse(null), wait);
      // nobody waits for an answer, so it is dropped where no status can tell
      case Message.Notification _, Message.Response _ ->
          exchange.hasStatus() ? Reply.tooFast(null, wait) : Reply.accepted();
    };
  }

  private void serve(Visitor visitor, Climb climb, Exchange exchange) {
    Optional<Trouble> early = objection(OF_BOTH, climb);
    boolean isOld = early.isEmpty() && !climb.isModern();
    if (isOld && !older.isEmpty()) {
      older.getFirst().serve(visitor, climb.json(), climb.headers(), exchange);
      return;
    }
    Optional<Trouble> trouble =
        isOld ? Optional.of(NO_OLDER) : early.or(() -> objection(OF_MODERN, climb));
    Message message =
        trouble.isPresent()
            ? new Message.Malformed(climb.id(), trouble.get().message())
            : climb.message();
    tooFast(visitor, message, exchange)
        .or(() -> trouble.map(it -> refusal(climb, it)))
        .ifPresentOrElse(exchange::answer, () -> answer(visitor, climb, exchange));
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

  /// Runs a method so that whatever breaks is answered, and nobody's thread is kept waiting.
  public void run(Method method, Ask ask) {
    if (method.mayWait(ask)) {
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

  private static Reply refusal(Climb climb, Trouble trouble) {
    return Reply.of(trouble.status(), Json.of(Envelope.error(climb.id().orElse(null), trouble)));
  }
}
