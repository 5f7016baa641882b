package dev.sallyport.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// Somebody who says a lot and hears nothing.
final class DeafPeer implements AutoCloseable {
  private static final int SMALL = 65_536;
  private static final long QUIET_MILLIS = 3_000;

  private final SocketChannel channel;
  private final Selector selector;

  DeafPeer(int port) {
    try {
      channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL);
      channel.setOption(StandardSocketOptions.SO_SNDBUF, SMALL);
      channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.configureBlocking(false);
      selector = Selector.open();
      channel.register(selector, SelectionKey.OP_WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Says the same again and again, and tells how many bytes were taken before that stopped.
  ///
  /// @param most where it is enough
  long repeats(byte[] saying, long most) {
    long taken = 0;
    var left = ByteBuffer.allocate(0);
    try {
      while (taken < most && selector.select(QUIET_MILLIS) > 0) {
        selector.selectedKeys().clear();
        left = left.hasRemaining() ? left : ByteBuffer.wrap(saying);
        taken += channel.write(left);
      }
    } catch (IOException _) {
      // the other side ended it
    }
    return taken;
  }

  /// Says something once, and hears only the head of the answer.
  String asks(String once) {
    var saying = ByteBuffer.wrap(once.getBytes(StandardCharsets.ISO_8859_1));
    var heard = new StringBuilder();
    try {
      while (saying.hasRemaining()) {
        channel.write(saying);
      }
      channel.keyFor(selector).interestOps(SelectionKey.OP_READ);
      var one = ByteBuffer.allocate(1);
      while (heard.indexOf("\r\n\r\n") < 0
          && selector.select(QUIET_MILLIS) > 0
          && channel.read(one.clear()) > 0) {
        selector.selectedKeys().clear();
        heard.append((char) one.get(0));
      }
      channel.keyFor(selector).interestOps(SelectionKey.OP_WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return heard.toString();
  }

  /// Whether the other side has ended it, once all is heard that it said before.
  boolean wasLeft() {
    var heard = ByteBuffer.allocate(SMALL);
    try {
      channel.keyFor(selector).interestOps(SelectionKey.OP_READ);
      while (selector.select(QUIET_MILLIS) > 0) {
        selector.selectedKeys().clear();
        if (channel.read(heard.clear()) < 0) {
          return true;
        }
      }
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      selector.close();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
