package dev.sallyport.bootstrap.door;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One connection that is kept open from request to request, as those of hosts are.
final class Client implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final int HEX = 16;

  private final Socket socket = new Socket();
  private final InputStream in;

  Client(int port) {
    try {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setTcpNoDelay(true);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Heard ask(Post post, String key) {
    send(post.bytes(key));
    return post.isHead() ? hearHead() : hear();
  }

  /// What is sent after the other side stopped reading is lost; its answer tells.
  void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException _) {
      // nothing to complain about
    }
  }

  Heard hear() {
    try {
      Heard head = head();
      return new Heard(
          head.status(), head.headers(), new String(body(head), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Heard hearHead() {
    try {
      return head();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether the other side ended the connection and said nothing more.
  boolean hasEnded() {
    try {
      return in.read() < 0;
    } catch (IOException _) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Heard head() throws IOException {
    String start = line();
    List<String> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      headers.add(line);
    }
    return new Heard(Integer.parseInt(start.split(" ", -1)[1]), List.copyOf(headers), "");
  }

  private byte[] body(Heard head) throws IOException {
    if (head.first("transfer-encoding").isPresent()) {
      return chunks();
    }
    return in.readNBytes(head.first("content-length").map(Integer::parseInt).orElse(0));
  }

  private byte[] chunks() throws IOException {
    var all = new ByteArrayOutputStream();
    for (int length = Integer.parseInt(line(), HEX);
        length > 0;
        length = Integer.parseInt(line(), HEX)) {
      all.write(in.readNBytes(length));
      line();
    }
    line();
    return all.toByteArray();
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("ended after `" + line + "`");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }
}
