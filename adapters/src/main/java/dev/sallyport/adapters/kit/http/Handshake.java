package dev.sallyport.adapters.kit.http;

import dev.sallyport.adapters.kit.http.Shortcut.Direct;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How a request asks to become a socket, and is answered (RFC 6455, section 4.2).
public final class Handshake {
  private static final String VERSION = "13";
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");
  private static final String OF_THE_PROTOCOL = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private Handshake() {}

  /// Why a request cannot become a socket; nothing if it can.
  public static Optional<Refused> objection(Direct request) {
    if (!request.wantsSocket()) {
      return Optional.of(
          new Refused(
              426,
              "only a WebSocket is opened here: ask to upgrade, over HTTP/1.1",
              Map.of("Upgrade", "websocket")));
    }
    if (!request.headers("Sec-WebSocket-Version").equals(List.of(VERSION))) {
      return Optional.of(
          new Refused(
              426,
              "version 13 of WebSocket is spoken here",
              Map.of("Sec-WebSocket-Version", VERSION)));
    }
    return key(request).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Refused(400, "`Sec-WebSocket-Key` is 16 bytes in base64, once", Map.of()));
  }

  /// The subprotocols that the client offers, in its order.
  public static List<String> offered(Direct request) {
    return request.headers("Sec-WebSocket-Protocol").stream()
        .flatMap(it -> Stream.of(it.split(",", -1)))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /// Shows the client that it was understood.
  static String answer(Direct request) {
    String key = key(request).orElseThrow();
    try {
      // what the protocol wants; it protects nothing
      MessageDigest hash = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder()
          .encodeToString(hash.digest((key + OF_THE_PROTOCOL).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private static Optional<String> key(Direct request) {
    List<String> keys = request.headers("Sec-WebSocket-Key");
    return keys.stream().filter(it -> keys.size() == 1 && KEY.matcher(it).matches()).findFirst();
  }

  /// Why not, as the answer tells it.
  public record Refused(int status, String why, Map<String, String> headers) {
    public Refused {
      headers = Map.copyOf(headers);
    }
  }
}
