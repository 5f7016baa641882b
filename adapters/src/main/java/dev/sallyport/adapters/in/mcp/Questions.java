package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.kit.json.Decoded;
import dev.sallyport.adapters.kit.json.StrictJson;
import dev.sallyport.domain.content.Question;

/// Questions of tools in the protocol's words.
public final class Questions {
  private Questions() {}

  public static String method(Question question) {
    return switch (question) {
      case Question.Form _, Question.Page _ -> "elicitation/create";
      case Question.Sampling _ -> "sampling/createMessage";
      case Question.Roots _ -> "roots/list";
    };
  }

  public static ObjectNode params(Question question) {
    ObjectNode params = JsonNodeFactory.instance.objectNode();
    return switch (question) {
      case Question.Form(String message, String schema) -> {
        params.put("mode", "form").put("message", message);
        params.set("requestedSchema", ours(schema));
        yield params;
      }
      case Question.Page(String message, var url) ->
          params.put("mode", "url").put("message", message).put("url", url.toString());
      case Question.Sampling(String request) -> (ObjectNode) ours(request);
      case Question.Roots _ -> params;
    };
  }

  /// What a client has to declare to be asked this.
  static void require(ObjectNode capabilities, Question.Kind kind) {
    switch (kind) {
      case FORM -> capabilities.withObject("/elicitation").putObject("form");
      case PAGE -> capabilities.withObject("/elicitation").putObject("url");
      case SAMPLING -> capabilities.putObject("sampling");
      case ROOTS -> capabilities.putObject("roots");
    }
  }

  private static JsonNode ours(String json) {
    if (StrictJson.read(json) instanceof Decoded.Value(var value)) {
      return value;
    }
    throw new IllegalStateException("a backend asks in broken JSON");
  }
}
