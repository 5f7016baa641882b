package dev.sallyport.adapters.in.mcp.legacy;

import dev.sallyport.adapters.in.mcp.Ask;
import dev.sallyport.adapters.in.mcp.Meta;
import dev.sallyport.adapters.in.mcp.Method;
import dev.sallyport.adapters.in.mcp.Revision;
import dev.sallyport.adapters.in.mcp.Trouble;
import jakarta.inject.Singleton;

/// Takes the wish for a log level, which counts for what comes later on a line that stays. Requests
/// by themselves have nothing in common: each of those tells what matters.
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
    Meta.severity(ask.params().path("level").asText())
        .ifPresentOrElse(
            level -> {
              ask.exchange().hearFrom(level);
              ask.result(ask.params().objectNode());
            },
            () -> ask.trouble(Trouble.params("there is no such log level")));
  }
}
