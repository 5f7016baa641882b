package dev.sallyport.adapters.in.mcp.legacy;

import dev.sallyport.adapters.in.mcp.Ask;
import dev.sallyport.adapters.in.mcp.Method;
import dev.sallyport.adapters.in.mcp.Revision;
import jakarta.inject.Singleton;

/// Says that somebody is there.
@Singleton
final class PingMethod implements Method {
  @Override
  public String name() {
    return "ping";
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
    ask.result(ask.params().objectNode());
  }
}
