package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a message is not answered as it wished: what HTTP says of it, and what JSON-RPC does.
public record Trouble(int status, int code, String message, @Nullable ObjectNode data) {
  public static final int PARSE = -32700;
  public static final int INVALID_REQUEST = -32600;
  public static final int UNKNOWN_METHOD = -32601;
  public static final int INVALID_PARAMS = -32602;
  public static final int INTERNAL = -32603;
  static final int HEADERS_DIFFER = -32020;
  static final int CAPABILITY_MISSING = -32021;
  static final int REVISION_UNKNOWN = -32022;

  // our own, outside of what JSON-RPC and the protocol keep for themselves
  static final int REFUSED = -31403;
  static final int TOO_MANY = -31429;
  static final int AWAY = -31503;

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  public Trouble {
    Objects.requireNonNull(message);
  }

  public static Trouble unparsable(String message) {
    return new Trouble(BAD_REQUEST, PARSE, message, null);
  }

  public static Trouble noMessage(String message) {
    return new Trouble(BAD_REQUEST, INVALID_REQUEST, message, null);
  }

  static Trouble headersDiffer(String message) {
    return new Trouble(BAD_REQUEST, HEADERS_DIFFER, message, null);
  }

  /// Before anybody worked on the request.
  static Trouble malformed(String message) {
    return new Trouble(BAD_REQUEST, INVALID_PARAMS, message, null);
  }

  /// Once a method has it.
  public static Trouble params(String message) {
    return new Trouble(OK, INVALID_PARAMS, message, null);
  }

  static Trouble capabilityMissing(ObjectNode capabilities) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("requiredCapabilities", capabilities);
    return new Trouble(
        BAD_REQUEST,
        CAPABILITY_MISSING,
        "this needs something that the client did not declare it can do",
        data);
  }

  public static Trouble internal() {
    return new Trouble(
        OK,
        INTERNAL,
        "something went wrong on our side; tell the operator the request's id if it stays",
        null);
  }

  public static Trouble tooMany() {
    return new Trouble(
        429, TOO_MANY, "too much is under way here; wait for some of it, or cancel it", null);
  }

  static Trouble tooManyCarried() {
    return new Trouble(
        429, TOO_MANY, "too many states and cursors came that are not ours; wait a little", null);
  }

  /// @param wait what `Retry-After` says too, where there are headers
  static Trouble tooFast(Duration wait) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("retryAfterSeconds", Refusal.seconds(wait));
    return new Trouble(
        429, TOO_MANY, "too many requests came with this token; wait that long", data);
  }

  public static Trouble away() {
    return new Trouble(
        503, AWAY, "something needed to answer is away; try again in a few seconds", null);
  }

  public Trouble with(ObjectNode facts) {
    return new Trouble(status, code, message, facts);
  }

  public Trouble withStatus(int other) {
    return new Trouble(other, code, message, data);
  }

  Optional<ObjectNode> facts() {
    return Optional.ofNullable(data);
  }
}
