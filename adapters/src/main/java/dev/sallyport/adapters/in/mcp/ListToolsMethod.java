package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.port.in.ListTools;
import dev.sallyport.application.port.in.ListTools.Listed;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Lists the tools that the caller may know of.
@Singleton
final class ListToolsMethod implements Method {
  private final ListTools tools;
  private final Paging paging;
  private final Map<Listed, ObjectNode> written = new ConcurrentHashMap<>();

  ListToolsMethod(ListTools tools, Paging paging) {
    this.tools = tools;
    this.paging = paging;
  }

  @Override
  public String name() {
    return "tools/list";
  }

  @Override
  public void answer(Ask ask) {
    paging.answer(
        ask,
        "tools",
        tools.list(ask.caller()),
        listed -> written.computeIfAbsent(listed, ToolJson::of));
  }
}
