package dev.sallyport.adapters.in.mcp;

import dev.sallyport.adapters.in.mcp.Entrance.Use;
import dev.sallyport.adapters.kit.http.Shortcut;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The one endpoint, on the connection's own thread as far as memory suffices, and on a thread of
/// its own where something has to be waited for.
@Singleton
final class McpShortcut implements Shortcut {
  private static final int LONG = 65_536;

  private final Reception reception;
  private final Door door;

  McpShortcut(Reception reception, Door door) {
    this.reception = reception;
    this.door = door;
  }

  /// With or without a slash at the end, since people type both.
  @Override
  public boolean takes(String path) {
    return path.equals("/mcp") || path.equals("/mcp/");
  }

  @Override
  public Optional<Answer> turnsAway(
      Function<String, List<String>> headers, int status, String why) {
    return Optional.of(reception.turnAway(headers::apply, status, why));
  }

  @Override
  public Visit arrives(Direct direct) {
    return reception.receive(
        direct,
        Use.MESSAGES,
        (visitor, _, headers, exchange) -> body -> serve(visitor, headers, body, exchange));
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
