package dev.sallyport.bootstrap.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// One answer as it came over the wire.
///
/// @param headers whole lines, in order
record Heard(int status, List<String> headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EVENT = "event: message\ndata: ";

  /// The values of a header, in order.
  List<String> all(String name) {
    String begin = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(begin))
        .map(line -> line.substring(begin.length()).strip())
        .toList();
  }

  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  boolean isStream() {
    return first("content-type").filter(it -> it.startsWith("text/event-stream")).isPresent();
  }

  /// Every message of the protocol in it, in the order they came.
  List<JsonNode> messages() {
    if (isStream()) {
      return body.lines()
          .filter(line -> line.startsWith("data: "))
          .map(line -> json(line.substring("data: ".length())))
          .toList();
    }
    if (body.isEmpty() || !isJson()) {
      return List.of();
    }
    JsonNode json = json(body);
    return json instanceof ArrayNode
        ? StreamSupport.stream(json.spliterator(), false).toList()
        : json.has("jsonrpc") ? List.of(json) : List.of();
  }

  JsonNode last() {
    return messages().getLast();
  }

  /// All that matters of it in one line, to be compared as a whole: `400 -32600 id 7`.
  String summary() {
    var line = new StringBuilder().append(status);
    if (isStream()) {
      line.append(" stream");
    }
    if (isJson() && body.startsWith("[")) {
      line.append(
          messages().stream().map(Heard::said).collect(Collectors.joining(", ", " [", "]")));
    } else if (messages().isEmpty()) {
      line.append(other());
    } else {
      line.append(' ').append(said(last()));
    }
    first("WWW-Authenticate").ifPresent(_ -> line.append(" challenged"));
    first("Allow").ifPresent(it -> line.append(" allows ").append(it));
    return line.toString();
  }

  /// Whether the other side says that it says nothing more.
  boolean closes() {
    return first("Connection").filter(it -> it.equalsIgnoreCase("close")).isPresent();
  }

  /// Whether each event is framed as hosts want it.
  boolean isFramed() {
    return body.lines().filter(line -> line.startsWith("data: ")).count()
        == (body.length() - body.replace(EVENT, "").length()) / EVENT.length();
  }

  private String other() {
    return isJson() && !body.isEmpty() ? " " + json(body).path("code").asText("?") : "";
  }

  private boolean isJson() {
    return first("content-type").filter(it -> it.startsWith("application/json")).isPresent();
  }

  private static String said(JsonNode message) {
    String what =
        message.has("error")
            ? message.at("/error/code").toString()
            : message.at("/result/isError").asBoolean() ? "isError" : "result";
    return message.has("id") ? what + " id " + message.get("id") : what;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON: " + text, e);
    }
  }
}
