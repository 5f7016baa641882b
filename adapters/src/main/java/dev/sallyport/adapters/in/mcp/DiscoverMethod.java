package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;

/// Tells what this server speaks and can do. Clients ask it first and wait for nothing else, so it
/// asks nobody.
@Singleton
final class DiscoverMethod implements Method {
  private static final int LASTING_MILLIS = 3_600_000;

  private final Identity server;

  DiscoverMethod(Identity server) {
    this.server = server;
  }

  @Override
  public String name() {
    return "server/discover";
  }

  @Override
  public boolean isIn(Revision revision) {
    return revision.isModern();
  }

  @Override
  public boolean mayWait(Ask ask) {
    return false;
  }

  @Override
  public void answer(Ask ask) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.putArray("supportedVersions").add(Revision.R2026_07_28.date());
    capabilities(result.putObject("capabilities"));
    result.put("instructions", server.instructions());
    result.put("ttlMs", LASTING_MILLIS).put("cacheScope", "public");
    server.introduce(result);
    ask.result(result);
  }

  // the same for everybody: clients keep it for the whole origin
  private static void capabilities(ObjectNode capabilities) {
    capabilities.putObject("tools").put("listChanged", true);
    capabilities.putObject("prompts").put("listChanged", true);
    capabilities.putObject("resources").put("listChanged", true);
    capabilities.putObject("completions");
    capabilities.putObject("logging");
  }
}
