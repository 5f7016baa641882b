package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.Caller;
import dev.sallyport.domain.content.Question;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// One request that passed the ladder, on its way to a method and back.
public record Ask(
    Visitor visitor,
    Revision revision,
    Message.Request request,
    Meta meta,
    Headers headers,
    Exchange exchange,
    Asking asking,
    Identity server) {
  public Ask {
    Objects.requireNonNull(visitor);
    Objects.requireNonNull(revision);
    Objects.requireNonNull(request);
    Objects.requireNonNull(meta);
    Objects.requireNonNull(headers);
    Objects.requireNonNull(exchange);
    Objects.requireNonNull(asking);
    Objects.requireNonNull(server);
  }

  public Caller caller() {
    return visitor.caller();
  }

  public JsonNode id() {
    return request.id();
  }

  public ObjectNode params() {
    return request.params();
  }

  /// Whether the person on the other end can be asked that, as far as anybody knows. Older clients
  /// tell it in a handshake, which counts only on a line that stays.
  public boolean canBeAsked(Question.Kind kind) {
    return revision.isModern()
        ? meta.canBeAsked(kind)
        : exchange.streams()
            && revision.knows(kind)
            && exchange.declared().map(it -> Meta.declares(it, kind)).orElse(true);
  }

  public Ask through(Exchange other) {
    return new Ask(visitor, revision, request, meta, headers, other, asking, server);
  }

  /// Answers with what the method made, as this revision wants it.
  public void result(ObjectNode result) {
    result(result, Map.of());
  }

  public void result(ObjectNode result, Map<String, String> headers) {
    exchange.answer(Reply.of(Json.of(Envelope.result(id(), dressed(result)))).with(headers));
  }

  /// Answers with a result that was dressed and written before.
  public void written(Json result) {
    written(result, Map.of());
  }

  void written(Json result, Map<String, String> headers) {
    exchange.answer(Reply.of(Envelope.result(id(), result)).with(headers));
  }

  ObjectNode dressed(ObjectNode result) {
    if (revision.isModern()) {
      server.sign(result);
    }
    return result;
  }

  public void trouble(Trouble trouble) {
    trouble(trouble, Map.of());
  }

  public void trouble(Trouble trouble, Map<String, String> headers) {
    exchange.answer(
        Reply.of(trouble.status(), Json.of(Envelope.error(id(), trouble))).with(headers));
  }

  void tooFast(Duration wait) {
    exchange.answer(Reply.tooFast(id(), wait));
  }

  /// Ends where nobody on the other end can be asked what a tool needs to know.
  public void cannotAsk() {
    Refusal refusal = Refusal.cannotAsk();
    if (request.method().equals("tools/call")) {
      result(ToolResult.refused(refusal));
    } else {
      trouble(Trouble.params(refusal.message()).with(refusal.json()));
    }
  }

  public void notify(String method, ObjectNode params) {
    exchange.send(Json.of(Envelope.notification(method, params)));
  }
}
