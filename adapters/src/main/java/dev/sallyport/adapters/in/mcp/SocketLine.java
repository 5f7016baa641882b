package dev.sallyport.adapters.in.mcp;

import dev.sallyport.adapters.kit.http.Socket;
import dev.sallyport.adapters.kit.http.SocketListener;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A conversation's WebSocket.
final class SocketLine implements SocketListener, Line {
  private final @Nullable Json greeting;
  private volatile @Nullable Conversation conversation;
  private volatile @Nullable Socket socket;
  private volatile @Nullable Ending early;

  SocketLine(@Nullable Json greeting) {
    this.greeting = greeting;
  }

  @Override
  public void carry(Conversation which) {
    conversation = which;
  }

  @Override
  public void opened(Socket opened) {
    socket = opened;
    if (greeting != null) {
      say(greeting);
    }
    Ending why = early;
    if (why != null) {
      hangUp(why);
    }
  }

  @Override
  public Appetite hear(byte[] text) {
    return carried().hear(text) ? Appetite.PAUSE : Appetite.MORE;
  }

  @Override
  public void stopping() {
    carried().stop();
  }

  @Override
  public void closed() {
    carried().over();
  }

  @Override
  public void say(Json message) {
    Socket open = socket;
    if (open != null) {
      open.send(message.bytes());
    }
  }

  @Override
  public void listen() {
    Socket open = socket;
    if (open != null) {
      open.resume();
    }
  }

  @Override
  public void hangUp(Ending why) {
    early = why;
    Socket open = socket;
    if (open != null) {
      switch (why) {
        case NOT_ALLOWED -> open.close(Socket.POLICY, "the token is no longer good");
        case STOPPING -> open.close(Socket.GOING_AWAY, "the server stops");
      }
    }
  }

  private Conversation carried() {
    return Objects.requireNonNull(conversation);
  }
}
