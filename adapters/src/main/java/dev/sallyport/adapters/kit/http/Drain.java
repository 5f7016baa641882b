package dev.sallyport.adapters.kit.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Stops taking work and lets what runs finish.
///
/// New connections are refused from the first moment. On open ones, what was asked is answered,
/// what is asked now is told to try elsewhere, and each is closed once it has nothing under way.
@Singleton
public final class Drain {
  /// A request may be on its way already on a connection that looks idle: it gets an answer too.
  private static final long LINGER_MILLIS = 500;

  /// Connections that the kernel has made and we have not taken yet would be reset with the
  /// listener.
  private static final long ACCEPT_MILLIS = 100;

  private final Connections connections;
  private volatile boolean begun;

  Drain(Connections connections) {
    this.connections = connections;
  }

  boolean begun() {
    return begun;
  }

  /// Drains for at most this long, and answers how many connections were still open then.
  public int run(Duration patience) {
    begun = true;
    stopListening();
    connections.open().forEach(this::ask);
    connections.open().newCloseFuture().awaitUninterruptibly(patience.toMillis());
    return connections.open().size();
  }

  /// Does this when whatever is on its way on an open connection has had the time to arrive.
  void linger(Channel connection, Runnable end) {
    connection
        .eventLoop()
        .schedule(end, LINGER_MILLIS, TimeUnit.MILLISECONDS)
        .addListener(Ends::note);
  }

  private void stopListening() {
    for (Channel listener : connections.listeners()) {
      listener
          .eventLoop()
          .schedule(() -> Ends.now(listener), ACCEPT_MILLIS, TimeUnit.MILLISECONDS)
          .addListener(Ends::note);
    }
    connections.listeners().newCloseFuture().awaitUninterruptibly();
  }

  private void ask(Channel connection) {
    connection.eventLoop().execute(() -> askOnItsLoop(connection));
  }

  private void askOnItsLoop(Channel connection) {
    if (connection.pipeline().get(Http2ConnectionHandler.class) != null) {
      // says goodbye first and ends the connection when its last stream has ended
      Ends.now(connection);
      return;
    }
    linger(connection, () -> closeIfIdle(connection));
  }

  private static void closeIfIdle(Channel connection) {
    FrameSocket socket = connection.pipeline().get(FrameSocket.class);
    ChannelHandlerContext guard = connection.pipeline().context(RequestGuard.class);
    if (socket != null) {
      socket.stop();
    } else if (guard == null) {
      Ends.now(connection);
    } else {
      ((RequestGuard) guard.handler()).closeIfIdle(guard);
    }
  }
}
