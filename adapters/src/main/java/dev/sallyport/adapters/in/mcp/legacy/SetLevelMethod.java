package dev.sallyport.adapters.in.mcp.legacy;

import dev.sallyport.adapters.in.mcp.Ask;
import dev.sallyport.adapters.in.mcp.Meta;
import dev.sallyport.adapters.in.mcp.Method;
import dev.sallyport.adapters.in.mcp.Revision;
import dev.sallyport.adapters.in.mcp.Trouble;
import jakarta.inject.Singleton;

/// Takes the wish for a log level, and keeps it no longer than any other: each call tells what
/// matters.
@Singleton
final class SetLevelMethod implements Method {
  @Override
  public String name() {
    return "logging/setLevel";
  }

  @Override
  public boolean isIn(Revision revision) {
    return !revision.isModern();
  }

  @Override
  public void answer(Ask ask) {
    if (Meta.severity(ask.params().path("level").asText()).isEmpty()) {
      ask.trouble(Trouble.params("there is no such log level"));
    } else {
      ask.result(ask.params().objectNode());
    }
  }
}
