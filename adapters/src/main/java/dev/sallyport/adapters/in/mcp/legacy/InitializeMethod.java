package dev.sallyport.adapters.in.mcp.legacy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.in.mcp.Ask;
import dev.sallyport.adapters.in.mcp.Identity;
import dev.sallyport.adapters.in.mcp.Method;
import dev.sallyport.adapters.in.mcp.Revision;
import dev.sallyport.adapters.in.mcp.Trouble;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Agrees on a revision. A connection keeps it; nothing else does: there the client says it again
/// with each request.
@Singleton
final class InitializeMethod implements Method {
  static final String NAME = "initialize";

  private final Identity server;

  InitializeMethod(Identity server) {
    this.server = server;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isIn(Revision revision) {
    return !revision.isModern();
  }

  @Override
  public boolean mayWait(Ask ask) {
    return false;
  }

  @Override
  public void answer(Ask ask) {
    Optional<String> wished = Optional.ofNullable(ask.params().path("protocolVersion").textValue());
    if (wished.isEmpty()) {
      ask.trouble(Trouble.params("`protocolVersion` names the revision that the client wishes"));
      return;
    }
    Revision agreed =
        wished.flatMap(Revision::of).filter(it -> !it.isModern()).orElse(Revision.R2025_11_25);
    ask.exchange()
        .agree(
            agreed,
            ask.params().get("capabilities") instanceof ObjectNode told
                ? told
                : ask.params().objectNode());
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("protocolVersion", agreed.date());
    ObjectNode capabilities = result.putObject("capabilities");
    capabilities.putObject("tools");
    capabilities.putObject("prompts");
    capabilities.putObject("resources");
    capabilities.putObject("completions");
    capabilities.putObject("logging");
    result.set("serverInfo", server.implementation(agreed));
    result.put("instructions", server.instructions());
    ask.result(result);
  }
}
