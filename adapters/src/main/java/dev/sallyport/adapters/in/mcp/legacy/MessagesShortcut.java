package dev.sallyport.adapters.in.mcp.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sallyport.adapters.in.mcp.Door;
import dev.sallyport.adapters.in.mcp.DoorPath;
import dev.sallyport.adapters.in.mcp.Entrance.Use;
import dev.sallyport.adapters.in.mcp.Exchange;
import dev.sallyport.adapters.in.mcp.Message;
import dev.sallyport.adapters.in.mcp.Reception;
import dev.sallyport.adapters.in.mcp.Reception.Host;
import dev.sallyport.adapters.in.mcp.Reply;
import dev.sallyport.adapters.in.mcp.Trouble;
import dev.sallyport.adapters.in.mcp.Visitor;
import dev.sallyport.adapters.kit.json.Decoded;
import dev.sallyport.adapters.kit.json.StrictJson;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.KeepSession;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what is said in a session of 2024-11-05, for whichever instance has its stream.
@Singleton
@Requires(property = "door.http-sse", value = "true")
final class MessagesShortcut extends DoorPath {
  private static final Logger LOG = LoggerFactory.getLogger(MessagesShortcut.class);
  private static final String SESSION = "sessionId=";
  private static final Trouble NO_SESSION =
      new Trouble(
          404, Trouble.INVALID_REQUEST, "there is no such session; open a stream at /sse", null);

  private final Door door;
  private final KeepSession sessions;

  MessagesShortcut(Reception reception, Door door, KeepSession sessions) {
    super("/messages", Use.MESSAGES, reception);
    this.door = door;
    this.sessions = sessions;
  }

  @Override
  protected Host host(Direct direct) {
    return (visitor, _, _, exchange) ->
        body -> {
          // it may have to be left for another instance, which takes a while
          var _ =
              Thread.startVirtualThread(
                  () -> exchange.answer(delivered(visitor, session(direct), body, exchange)));
        };
  }

  private Reply delivered(Visitor visitor, String session, byte[] body, Exchange exchange) {
    return switch (StrictJson.read(body)) {
      case Decoded.Refused refused ->
          refused(visitor, Trouble.unparsable(refused.message()), exchange);
      case Decoded.Value(JsonNode json) -> {
        Message message = Message.of(json);
        yield door.paused(visitor, message, exchange)
            .orElseGet(() -> delivered(visitor, session, message, body, exchange));
      }
    };
  }

  private Reply delivered(
      Visitor visitor, String session, Message message, byte[] body, Exchange exchange) {
    try {
      String text = new String(body, StandardCharsets.UTF_8);
      return switch (sessions.deliver(visitor.caller(), session, text)) {
        // there it is counted for what it is
        case DELIVERED -> Reply.accepted();
        case ELSEWHERE ->
            door.counted(visitor, message, exchange).orElseGet(() -> left(visitor, session, text));
        case UNKNOWN -> refused(visitor, NO_SESSION, exchange);
        case TOO_MANY -> Reply.of(Trouble.tooMany());
      };
    } catch (Unavailable e) {
      LOG.warn("A message could not be passed on, away: {}", e.getMessage());
      return Reply.of(Trouble.away());
    } catch (RuntimeException e) {
      LOG.error("A message met a fault of our own", e);
      return Reply.of(Trouble.internal());
    }
  }

  private Reply left(Visitor visitor, String session, String text) {
    return switch (sessions.leave(visitor.caller(), session, text)) {
      case DELIVERED -> Reply.accepted();
      case TOO_MANY -> Reply.of(Trouble.tooMany());
      case UNKNOWN, ELSEWHERE -> Reply.of(NO_SESSION);
    };
  }

  private Reply refused(Visitor visitor, Trouble trouble, Exchange exchange) {
    var malformed = new Message.Malformed(Optional.empty(), trouble.message());
    return door.tooFast(visitor, malformed, exchange).orElseGet(() -> Reply.of(trouble));
  }

  private static String session(Direct direct) {
    return Stream.of(direct.query().split("&", -1))
        .filter(it -> it.startsWith(SESSION))
        .map(it -> it.substring(SESSION.length()))
        .findFirst()
        .orElse("");
  }
}
