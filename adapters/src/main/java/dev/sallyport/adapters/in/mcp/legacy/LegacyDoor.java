package dev.sallyport.adapters.in.mcp.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sallyport.adapters.in.mcp.Ask;
import dev.sallyport.adapters.in.mcp.Door;
import dev.sallyport.adapters.in.mcp.Envelope;
import dev.sallyport.adapters.in.mcp.Exchange;
import dev.sallyport.adapters.in.mcp.Headers;
import dev.sallyport.adapters.in.mcp.Identity;
import dev.sallyport.adapters.in.mcp.Json;
import dev.sallyport.adapters.in.mcp.Message;
import dev.sallyport.adapters.in.mcp.Meta;
import dev.sallyport.adapters.in.mcp.Method;
import dev.sallyport.adapters.in.mcp.Older;
import dev.sallyport.adapters.in.mcp.Reply;
import dev.sallyport.adapters.in.mcp.Revision;
import dev.sallyport.adapters.in.mcp.Trouble;
import dev.sallyport.adapters.in.mcp.Visitor;
import dev.sallyport.application.Unavailable;
import dev.sallyport.application.port.in.AwaitReply;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves one message or batch of an older revision, without remembering anything of the client.
@Singleton
final class LegacyDoor implements Older {
  private static final Logger LOG = LoggerFactory.getLogger(LegacyDoor.class);

  private static final String VERSION = "MCP-Protocol-Version";
  private static final String NOT_SERVED = "that revision is not served";
  private static final int MOST_IN_A_BATCH = 20;

  private final BeanProvider<Door> door;
  private final LegacyAsking asking;
  private final AwaitReply replies;
  private final Identity server;

  LegacyDoor(BeanProvider<Door> door, LegacyAsking asking, AwaitReply replies, Identity server) {
    this.door = door;
    this.asking = asking;
    this.replies = replies;
    this.server = server;
  }

  @Override
  public void serve(Visitor visitor, JsonNode json, Headers headers, Exchange exchange) {
    Optional<String> said = headers.first(VERSION);
    Optional<Revision> revision =
        said.isPresent() ? said.flatMap(Revision::of) : Optional.of(Revision.R2025_03_26);
    if (json instanceof ArrayNode batch) {
      batch(visitor, batch, revision, headers, exchange);
    } else {
      one(visitor, served(Message.of(json), revision), revision, headers, exchange);
    }
  }

  /// Whoever greets has not agreed on a revision yet.
  private static Message served(Message message, Optional<Revision> revision) {
    if (revision.isPresent() || greets(message)) {
      return message;
    }
    return switch (message) {
      case Message.Request request -> malformed(Optional.of(request.id()), NOT_SERVED);
      case Message.Response response -> malformed(Optional.of(response.id()), NOT_SERVED);
      case Message.Notification _ -> malformed(Optional.empty(), NOT_SERVED);
      case Message.Malformed _ -> message;
    };
  }

  private static boolean greets(Message message) {
    return message instanceof Message.Request request
        && request.method().equals(InitializeMethod.NAME);
  }

  private static Message malformed(Optional<JsonNode> id, String why) {
    return new Message.Malformed(id, why);
  }

  private void one(
      Visitor visitor,
      Message message,
      Optional<Revision> revision,
      Headers headers,
      Exchange exchange) {
    door.get()
        .tooFast(visitor, message, exchange)
        .ifPresentOrElse(
            exchange::answer, () -> inTime(visitor, message, revision, headers, exchange));
  }

  private void inTime(
      Visitor visitor,
      Message message,
      Optional<Revision> revision,
      Headers headers,
      Exchange exchange) {
    switch (message) {
      case Message.Request request -> {
        Revision agreed = revision.filter(it -> !it.isModern()).orElse(Revision.R2025_11_25);
        answer(ask(visitor, request, agreed, headers, exchange));
      }
      case Message.Notification _ -> exchange.answer(Reply.accepted());
      case Message.Response(JsonNode id, var body) -> {
        // it may have to be left for another instance, which takes a while
        var _ =
            Thread.startVirtualThread(() -> reply(visitor, id.asText(), body.toString(), exchange));
      }
      case Message.Malformed(Optional<JsonNode> id, String why) ->
          refuse(exchange, id, Trouble.noMessage(why));
    }
  }

  private void reply(Visitor visitor, String name, String reply, Exchange exchange) {
    try {
      switch (replies.reply(visitor.caller(), name, reply)) {
        case TAKEN -> exchange.answer(Reply.accepted());
        case TOO_MANY -> refuse(exchange, Optional.empty(), Trouble.tooMany());
      }
    } catch (Unavailable e) {
      LOG.warn("A reply could not be passed on, away: {}", e.getMessage());
      refuse(exchange, Optional.empty(), Trouble.away());
    } catch (RuntimeException e) {
      LOG.error("A reply met a fault of our own", e);
      refuse(exchange, Optional.empty(), Trouble.internal());
    }
  }

  private void batch(
      Visitor visitor,
      ArrayNode batch,
      Optional<Revision> revision,
      Headers headers,
      Exchange exchange) {
    Optional<String> fault = fault(batch, revision);
    if (fault.isPresent()) {
      one(visitor, malformed(Optional.empty(), fault.get()), revision, headers, exchange);
      return;
    }
    var gathered = new Batch(exchange, batch.size());
    for (JsonNode each : batch) {
      Message message = Message.of(each);
      Message alone =
          message instanceof Message.Request request && greets(request)
              ? malformed(Optional.of(request.id()), "a handshake comes alone")
              : message;
      one(visitor, alone, revision, headers, gathered.one());
    }
  }

  private static Optional<String> fault(ArrayNode batch, Optional<Revision> revision) {
    if (revision.isEmpty() || !revision.get().isBefore(Revision.R2025_06_18)) {
      return Optional.of("this revision of the protocol has no batches");
    }
    return batch.size() > MOST_IN_A_BATCH
        ? Optional.of("a batch holds at most 20 messages")
        : Optional.empty();
  }

  private Ask ask(
      Visitor visitor,
      Message.Request request,
      Revision revision,
      Headers headers,
      Exchange exchange) {
    return new Ask(
        visitor, revision, request, Meta.of(request.params()), headers, exchange, asking, server);
  }

  private void answer(Ask ask) {
    Optional<Method> method = door.get().method(ask.request().method(), ask.revision());
    if (method.isPresent()) {
      door.get().run(method.get(), ask);
    } else {
      ask.trouble(new Trouble(200, Trouble.UNKNOWN_METHOD, "there is no such method", null));
    }
  }

  private static void refuse(Exchange exchange, Optional<JsonNode> id, Trouble trouble) {
    exchange.answer(Reply.of(trouble.status(), Json.of(Envelope.error(id.orElse(null), trouble))));
  }
}
