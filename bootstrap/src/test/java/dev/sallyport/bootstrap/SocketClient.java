package dev.sallyport.bootstrap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// A client of the JDK's at `/mcp/ws`.
public final class SocketClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private SocketClient(URI url, String bearer, String[] subprotocols) {
    WebSocket.Builder builder = http.newWebSocketBuilder();
    if (!bearer.isEmpty()) {
      builder.header("Authorization", "Bearer " + bearer);
    }
    if (subprotocols.length > 0) {
      builder.subprotocols(
          subprotocols[0], Arrays.copyOfRange(subprotocols, 1, subprotocols.length));
    }
    try {
      this.socket = builder.buildAsync(url, new Ears()).join();
    } catch (CompletionException e) {
      http.shutdownNow();
      throw e;
    }
  }

  public static SocketClient at(House house, String bearer, String... subprotocols) {
    return at(house.port(), bearer, subprotocols);
  }

  public static SocketClient at(int port, String bearer, String... subprotocols) {
    return new SocketClient(URI.create("ws://127.0.0.1:" + port + "/mcp/ws"), bearer, subprotocols);
  }

  /// The answer to a handshake that is refused.
  static HttpResponse<?> refused(House house, String bearer, String... subprotocols) {
    try (var _ = at(house, bearer, subprotocols)) {
      throw new AssertionError("it was let in");
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException handshake) {
        return handshake.getResponse();
      }
      throw e;
    }
  }

  String subprotocol() {
    return socket.getSubprotocol();
  }

  public SocketClient say(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  SocketClient sayBytes(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    return this;
  }

  /// The next message.
  public JsonNode hear() throws InterruptedException {
    try {
      return JSON.readTree(hearText());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /// The same as it came.
  public String hearText() throws InterruptedException {
    return heard.take();
  }

  /// The code it was closed with, once it is.
  int closed() {
    return closed.join();
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }

  private final class Ears implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        heard.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
      closed.completeExceptionally(fault);
    }
  }
}
