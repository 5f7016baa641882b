package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.in.mcp.Entrance.Use;
import dev.sallyport.adapters.in.mcp.Reception.Host;
import dev.sallyport.adapters.kit.http.Handshake;
import dev.sallyport.adapters.kit.http.Handshake.Refused;
import dev.sallyport.domain.secret.Secret;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens conversations over WebSocket, which no revision of the protocol has: it is spoken as over
/// a pipe, one message for each text frame.
@Singleton
@Requires(property = "door.websocket", value = "true")
final class SocketShortcut extends DoorPath {
  private static final String SUBPROTOCOL = "mcp";
  private static final int TOO_MANY = 429;

  private final Conversations conversations;
  private final Identity server;
  private final boolean hello;

  SocketShortcut(
      Reception reception,
      Conversations conversations,
      Identity server,
      @Property(name = "door.websocket-hello") boolean hello) {
    super("/mcp/ws", Use.SOCKET, reception);
    this.conversations = conversations;
    this.server = server;
    this.hello = hello;
  }

  @Override
  protected Host host(Direct direct) {
    return (visitor, bearer, _, exchange) -> _ -> open(direct, visitor, bearer, exchange);
  }

  private void open(Direct direct, Visitor visitor, Secret bearer, Exchange exchange) {
    List<String> offered = Handshake.offered(direct);
    Optional<Refused> refused =
        Handshake.objection(direct)
            .or(() ->
                offered.isEmpty() || offered.contains(SUBPROTOCOL)
                    ? Optional.empty()
                    : Optional.of(
                        new Refused(
                            400, "`mcp` is spoken here, or no subprotocol at all", Map.of())));
    if (refused.isPresent()) {
      exchange.answer(reply(refused.get(), Trouble.INVALID_REQUEST));
      return;
    }
    var line = new SocketLine(hello ? greeting() : null);
    Optional<Conversation> conversation = conversations.begin(visitor, bearer, line);
    if (conversation.isEmpty()) {
      exchange.answer(
          reply(
              new Refused(
                  TOO_MANY,
                  "too many connections are open for this grant",
                  Map.of("Retry-After", "5")),
              Trouble.TOO_MANY));
      return;
    }
    direct.upgrade(
        offered.isEmpty() ? List.of() : List.of("Sec-WebSocket-Protocol", SUBPROTOCOL), line);
  }

  /// What nobody asked for, for who wants to see first that somebody is there.
  private Json greeting() {
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    params.set("serverInfo", server.implementation(Revision.R2026_07_28));
    return Json.of(Envelope.notification("notifications/hello", params));
  }

  private static Reply reply(Refused refused, int code) {
    return Reply.of(new Trouble(refused.status(), code, refused.why(), null))
        .with(refused.headers());
  }
}
