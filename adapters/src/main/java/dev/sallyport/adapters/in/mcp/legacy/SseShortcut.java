package dev.sallyport.adapters.in.mcp.legacy;

import dev.sallyport.adapters.in.mcp.Conversation;
import dev.sallyport.adapters.in.mcp.Conversations;
import dev.sallyport.adapters.in.mcp.DoorPath;
import dev.sallyport.adapters.in.mcp.Entrance;
import dev.sallyport.adapters.in.mcp.Entrance.Use;
import dev.sallyport.adapters.in.mcp.Exchange;
import dev.sallyport.adapters.in.mcp.Headers;
import dev.sallyport.adapters.in.mcp.Reception;
import dev.sallyport.adapters.in.mcp.Reception.Host;
import dev.sallyport.adapters.in.mcp.Reply;
import dev.sallyport.adapters.in.mcp.Trouble;
import dev.sallyport.adapters.in.mcp.Visitor;
import dev.sallyport.application.port.in.KeepSession;
import dev.sallyport.domain.secret.Secret;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the streams of 2024-11-05: all that a client says comes to [MessagesShortcut], and all
/// that it hears goes through the stream.
@Singleton
@Requires(property = "door.http-sse", value = "true")
final class SseShortcut extends DoorPath {
  private static final Logger LOG = LoggerFactory.getLogger(SseShortcut.class);

  private static final int FAULT = 500;

  private final Entrance entrance;
  private final Conversations conversations;
  private final KeepSession sessions;
  private final InstantSource clock;

  SseShortcut(
      Reception reception,
      Entrance entrance,
      Conversations conversations,
      KeepSession sessions,
      InstantSource clock) {
    super("/sse", Use.STREAM, reception);
    this.entrance = entrance;
    this.conversations = conversations;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  protected Host host(Direct direct) {
    return (visitor, bearer, headers, exchange) ->
        _ -> open(direct, visitor, bearer, headers, exchange);
  }

  private void open(
      Direct direct, Visitor visitor, Secret bearer, Headers headers, Exchange exchange) {
    var line = new SseLine(direct, sessions, clock);
    Optional<Conversation> conversation = conversations.begin(visitor, bearer, line);
    if (conversation.isEmpty()) {
      exchange.answer(Reply.of(Trouble.tooMany()).with(Map.of("Retry-After", "5")));
      return;
    }
    try {
      line.open(visitor, entrance.forBrowsers(headers));
    } catch (RuntimeException e) {
      LOG.error("A stream met a fault of our own", e);
      conversation.get().over();
      exchange.answer(Reply.of(Trouble.internal().withStatus(FAULT)));
    }
  }
}
