package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.kit.json.Decoded;
import dev.sallyport.adapters.kit.json.StrictJson;
import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.ToolSpec;
import java.util.Optional;

/// A tool as lists show it.
final class ToolJson {
  private ToolJson() {}

  static ObjectNode of(Listed listed, ToolNames names) {
    ToolSpec spec = listed.spec();
    ObjectNode tool = JsonNodeFactory.instance.objectNode();
    tool.put("name", names.told(spec.name()).value()).put("title", spec.title());
    tool.put("description", spec.purpose());
    tool.set("inputSchema", schema(listed.inputSchema()));
    outputSchema(listed).ifPresent(it -> tool.set("outputSchema", it));
    annotations(spec, tool.putObject("annotations"));
    tool.set("securitySchemes", schemes(spec));
    ObjectNode meta = tool.putObject("_meta");
    meta.set("securitySchemes", schemes(spec));
    meta.put("openai/toolInvocation/invoking", spec.whileRunning());
    meta.put("openai/toolInvocation/invoked", spec.whenDone());
    if (spec.profile()) {
      meta.put("openai/profile", true);
    }
    return tool;
  }

  /// A tool that answers nothing by fields has no schema for it.
  static Optional<ObjectNode> outputSchema(Listed listed) {
    return Optional.of(schema(listed.outputSchema()))
        .filter(it -> !it.path("properties").isEmpty());
  }

  static ObjectNode schema(String json) {
    if (StrictJson.read(json) instanceof Decoded.Value(ObjectNode schema)) {
      return schema;
    }
    throw new IllegalStateException("a schema is a JSON object");
  }

  private static void annotations(ToolSpec spec, ObjectNode into) {
    into.put("title", spec.title())
        .put("readOnlyHint", !spec.effect().changesSomething())
        .put("destructiveHint", spec.hints().destructive())
        .put("idempotentHint", spec.hints().idempotent())
        .put("openWorldHint", spec.hints().openWorld());
  }

  private static JsonNode schemes(ToolSpec spec) {
    ArrayNode schemes = JsonNodeFactory.instance.arrayNode();
    ArrayNode scopes = schemes.addObject().put("type", "oauth2").putArray("scopes");
    if (!spec.scope().equals(Scope.EVERY_GRANTS)) {
      scopes.add(spec.scope().value());
    }
    return schemes;
  }
}
