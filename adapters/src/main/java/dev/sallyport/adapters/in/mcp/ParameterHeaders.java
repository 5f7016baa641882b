package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.domain.id.ToolName;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Holds a call to the headers that its tool's schema wants arguments mirrored in.
@Singleton
final class ParameterHeaders {
  private final ListTools tools;
  private final Map<String, Map<String, String>> bySchema = new ConcurrentHashMap<>();

  ParameterHeaders(ListTools tools) {
    this.tools = tools;
  }

  Optional<Trouble> difference(Ask ask, ToolName tool, ObjectNode arguments) {
    if (!ask.revision().isModern() || !ask.headers().exist()) {
      return Optional.empty();
    }
    Map<String, String> mirrored =
        tools
            .find(ask.caller(), tool)
            .map(listed -> bySchema.computeIfAbsent(listed.inputSchema(), ParameterHeaders::of))
            .orElse(Map.of());
    return mirrored.isEmpty()
        ? Optional.empty()
        : HeaderMirror.ofArguments(ask.headers(), mirrored, arguments);
  }

  private static Map<String, String> of(String schema) {
    return HeaderMirror.mirrored(ToolJson.schema(schema));
  }
}
