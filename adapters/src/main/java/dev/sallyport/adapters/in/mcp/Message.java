package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/// One message of JSON-RPC, checked so far that everything after can rely on its form.
public sealed interface Message {
  String CANCELLED = "notifications/cancelled";

  int LONGEST_ID = 128;

  // beyond it, readers that know only doubles see another number
  BigDecimal LARGEST_ID = BigDecimal.valueOf(9_007_199_254_740_991L);

  /// Something to be answered.
  ///
  /// @param id a text or a whole number, given back as it came
  record Request(JsonNode id, String method, ObjectNode params) implements Message {
    public Request {
      Objects.requireNonNull(id);
      Objects.requireNonNull(method);
      Objects.requireNonNull(params);
    }
  }

  /// Something to be heard.
  record Notification(String method, ObjectNode params) implements Message {
    public Notification {
      Objects.requireNonNull(method);
      Objects.requireNonNull(params);
    }
  }

  /// An answer to something that we asked.
  ///
  /// @param body with its `result` or its `error`
  record Response(JsonNode id, ObjectNode body) implements Message {
    public Response {
      Objects.requireNonNull(id);
      Objects.requireNonNull(body);
    }
  }

  /// What it is not, if it is none; the id is told with it where it could be read.
  record Malformed(Optional<JsonNode> id, String why) implements Message {
    public Malformed {
      Objects.requireNonNull(id);
      Objects.requireNonNull(why);
    }
  }

  /// Whether it ends what is under way and asks for nothing new.
  default boolean isRelief() {
    return this instanceof Response
        || (this instanceof Notification heard && heard.method().equals(CANCELLED));
  }

  static Message of(JsonNode json) {
    if (!(json instanceof ObjectNode object)) {
      return new Malformed(Optional.empty(), "a message is a JSON object");
    }
    JsonNode id = object.get("id");
    Optional<JsonNode> readable = Optional.ofNullable(id).filter(Message::isId);
    if (id != null && readable.isEmpty()) {
      return new Malformed(
          Optional.empty(), "an id is a text of at most 128 characters or a whole number");
    }
    if (!"2.0".equals(object.path("jsonrpc").textValue())) {
      return new Malformed(readable, "a message says `jsonrpc` is \"2.0\"");
    }
    return object.has("method") ? asked(readable, object) : answered(readable, object);
  }

  private static Message asked(Optional<JsonNode> id, ObjectNode object) {
    String method = object.get("method").textValue();
    if (method == null || method.isEmpty()) {
      return new Malformed(id, "a method is a text");
    }
    if (object.has("result") || object.has("error")) {
      return new Malformed(id, "a message asks or answers, and never both");
    }
    JsonNode params = object.path("params");
    if (!params.isMissingNode() && !params.isObject()) {
      return new Malformed(id, "`params` is an object");
    }
    ObjectNode given = params instanceof ObjectNode it ? it : JsonNodeFactory.instance.objectNode();
    return id.isPresent() ? new Request(id.get(), method, given) : new Notification(method, given);
  }

  private static Message answered(Optional<JsonNode> id, ObjectNode object) {
    if (object.has("result") == object.has("error")) {
      return new Malformed(id, "a message has a `method`, a `result` or an `error`");
    }
    return id.isPresent()
        ? new Response(id.get(), object)
        : new Malformed(id, "an answer says by its `id` what it answers");
  }

  private static boolean isId(JsonNode id) {
    return id.isTextual()
        ? id.textValue().length() <= LONGEST_ID
        : id.isIntegralNumber() && id.decimalValue().abs().compareTo(LARGEST_ID) <= 0;
  }
}
