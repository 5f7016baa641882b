package dev.sallyport.adapters.in.mcp;

import dev.sallyport.adapters.in.mcp.Entrance.Use;
import dev.sallyport.adapters.in.mcp.Reception.Host;
import jakarta.inject.Singleton;

/// The one endpoint, on the connection's own thread as far as memory suffices, and on a thread of
/// its own where something has to be waited for.
@Singleton
final class McpShortcut extends DoorPath {
  private static final int LONG = 65_536;

  private final Door door;

  McpShortcut(Reception reception, Door door) {
    super("/mcp", Use.MESSAGES, reception);
    this.door = door;
  }

  @Override
  protected Host host(Direct direct) {
    return (visitor, _, headers, exchange) -> body -> serve(visitor, headers, body, exchange);
  }

  private void serve(Visitor visitor, Headers headers, byte[] body, Exchange exchange) {
    if (body.length > LONG) {
      // it takes a while to read
      Thread.startVirtualThread(() -> door.overHttp(visitor, headers, body, exchange));
    } else {
      door.overHttp(visitor, headers, body, exchange);
    }
  }
}
