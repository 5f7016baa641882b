package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Wraps what is said as JSON-RPC does.
public final class Envelope {
  private static final String BEGIN = "{\"jsonrpc\":\"2.0\",\"id\":";
  private static final String MIDDLE = ",\"result\":";
  private static final byte[] END = {'}'};

  private Envelope() {}

  public static ObjectNode result(JsonNode id, ObjectNode result) {
    ObjectNode message = message();
    message.set("id", id);
    message.set("result", result);
    return message;
  }

  /// The same around what is written already.
  static Json result(JsonNode id, Json result) {
    // of a number the text is at hand
    String name = id.isIntegralNumber() ? id.asText() : id.toString();
    return result.within((BEGIN + name + MIDDLE).getBytes(StandardCharsets.UTF_8), END);
  }

  /// An error; without an id where none could be read.
  public static ObjectNode error(@Nullable JsonNode id, Trouble trouble) {
    ObjectNode message = message();
    if (id != null) {
      message.set("id", id);
    }
    ObjectNode error = message.putObject("error");
    error.put("code", trouble.code()).put("message", trouble.message());
    trouble.facts().ifPresent(facts -> error.set("data", facts));
    return message;
  }

  public static ObjectNode request(String id, String method, ObjectNode params) {
    ObjectNode message = message().put("id", id).put("method", method);
    message.set("params", params);
    return message;
  }

  public static ObjectNode notification(String method, ObjectNode params) {
    ObjectNode message = message().put("method", method);
    message.set("params", params);
    return message;
  }

  private static ObjectNode message() {
    return JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
  }
}
