package dev.sallyport.adapters.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A wire between a test and a server on this machine that can be cut, mended and made to hang.
public final class TcpRelay implements AutoCloseable {
  private final int target;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile State state = State.WHOLE;

  private enum State {
    WHOLE,
    HANGING,
    CUT
  }

  public TcpRelay(int target) {
    this.target = target;
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /// Ends every connection, and every new one at once.
  ///
  /// The port stays taken: given back, another socket of this machine could have it when the wire
  /// is mended.
  public void cut() {
    state = State.CUT;
    sockets.forEach(TcpRelay::closeQuietly);
  }

  /// Takes connections again.
  public void mend() {
    state = State.WHOLE;
  }

  /// Takes connections and bytes from now on, and passes nothing on.
  public void hang() {
    state = State.HANGING;
  }

  @Override
  public void close() {
    closeQuietly(listener);
    sockets.forEach(TcpRelay::closeQuietly);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        join(listener.accept());
      } catch (IOException _) {
        // the listener was closed, or the target is away: the caller sees a closed connection
      }
    }
  }

  private void join(Socket near) throws IOException {
    if (state == State.CUT) {
      near.close();
      return;
    }
    var far = new Socket(InetAddress.getLoopbackAddress(), target);
    sockets.add(near);
    sockets.add(far);
    Thread.ofVirtual().start(() -> pump(near, far));
    Thread.ofVirtual().start(() -> pump(far, near));
  }

  private void pump(Socket from, Socket to) {
    var buffer = new byte[8192];
    try (from;
        to) {
      for (int read = from.getInputStream().read(buffer);
          read >= 0;
          read = from.getInputStream().read(buffer)) {
        if (state == State.WHOLE) {
          to.getOutputStream().write(buffer, 0, read);
        }
      }
    } catch (IOException _) {
      // one side is gone, which ends the other through the try above
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
