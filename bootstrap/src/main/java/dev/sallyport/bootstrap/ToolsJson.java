package dev.sallyport.bootstrap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.domain.tool.ToolSpec;
import java.io.PrintWriter;
import java.util.List;

/// The tools, for programs: one object a line.
final class ToolsJson {
  private ToolsJson() {}

  static void write(List<Listed> tools, PrintWriter out) {
    tools.forEach(tool -> out.println(json(tool)));
  }

  private static ObjectNode json(Listed tool) {
    ToolSpec spec = tool.spec();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", spec.name().value());
    ToolWords.alias(spec).ifPresent(alias -> json.put("alias", alias));
    json.put("title", spec.title()).put("description", spec.purpose());
    json.put("backend", tool.backend().value()).put("kind", tool.kind().value());
    json.put("scope", spec.scope().value());
    json.put("effect", ToolWords.effect(spec)).put("weight", ToolWords.weight(spec));
    json.put("placed", spec.placed());
    json.putObject("annotations")
        .put("readOnlyHint", !spec.effect().changesSomething())
        .put("destructiveHint", spec.hints().destructive())
        .put("idempotentHint", spec.hints().idempotent())
        .put("openWorldHint", spec.hints().openWorld());
    json.set("inputSchema", SchemaRows.tree(tool.inputSchema()));
    json.set("outputSchema", SchemaRows.tree(tool.outputSchema()));
    return json;
  }
}
