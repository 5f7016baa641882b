package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One body on its way up the ladder, and what is known of it so far. It stays on one thread.
final class Climb {
  private final Headers headers;
  private final byte[] body;
  private @Nullable JsonNode json;
  private @Nullable Message message;

  private Climb(Headers headers, byte[] body) {
    this.headers = headers;
    this.body = body;
  }

  static Climb overHttp(Headers headers, byte[] body) {
    return new Climb(headers, body);
  }

  /// Of what carries messages without headers, so that none can differ from them.
  static Climb bare(Headers agreed, byte[] body) {
    return new Climb(agreed, body);
  }

  byte[] body() {
    return body;
  }

  Headers headers() {
    return headers;
  }

  void read(JsonNode whole) {
    json = whole;
    if (!(whole instanceof ArrayNode)) {
      message = Message.of(whole);
    }
  }

  JsonNode json() {
    return Objects.requireNonNull(json);
  }

  boolean isBatch() {
    return json instanceof ArrayNode;
  }

  Message message() {
    return Objects.requireNonNull(message);
  }

  /// What an error is told under, as far as it could be read.
  Optional<JsonNode> id() {
    return switch (message) {
      case Message.Request request -> Optional.of(request.id());
      case Message.Response response -> Optional.of(response.id());
      case Message.Malformed malformed -> malformed.id();
      case Message.Notification _ -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  Meta meta() {
    return switch (message()) {
      case Message.Request request -> Meta.of(request.params());
      case Message.Notification notification -> Meta.of(notification.params());
      case Message.Response response -> Meta.of(response.body());
      case Message.Malformed _ -> throw new IllegalStateException("an earlier rung refuses it");
    };
  }

  Optional<Message.Request> request() {
    return message instanceof Message.Request it ? Optional.of(it) : Optional.empty();
  }

  /// Whether it claims to stand alone: by what it says of itself, or if it says nothing by its
  /// header. A handshake never does.
  boolean isModern() {
    if (isBatch()) {
      return false;
    }
    if (meta().protocolVersion().isPresent()) {
      return true;
    }
    return !isHandshake()
        && headers
            .first(HeaderMirror.VERSION)
            .flatMap(Revision::of)
            .map(Revision::isModern)
            .orElse(false);
  }

  private boolean isHandshake() {
    return request().map(it -> it.method().equals("initialize")).orElse(false);
  }
}
