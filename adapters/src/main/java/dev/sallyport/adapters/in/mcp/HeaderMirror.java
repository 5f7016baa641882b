package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.kit.json.Pointer;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request says of itself in headers, so that proxies need not read bodies. Whoever trusted
/// the one while we run the other would be fooled, so both have to say the same.
final class HeaderMirror {
  static final String VERSION = "MCP-Protocol-Version";
  static final String METHOD = "Mcp-Method";
  static final String NAME = "Mcp-Name";

  /// Whose name is mirrored, and what it is called there.
  private static final Map<String, String> NAMED =
      Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

  private static final String ENCODED = "=?base64?";
  private static final String END = "?=";
  private static final int QUARTET = 4;

  private HeaderMirror() {}

  static Optional<Trouble> difference(Climb climb) {
    if (!climb.headers().exist()) {
      return Optional.empty();
    }
    return switch (climb.message()) {
      case Message.Request request -> difference(climb, request);
      // whoever only tells something is taken at the word of the body
      case Message.Notification _, Message.Response _, Message.Malformed _ -> Optional.empty();
    };
  }

  private static Optional<Trouble> difference(Climb climb, Message.Request request) {
    Headers headers = climb.headers();
    // a request without it in the body is told so by the rung after this
    Optional<String> version = climb.meta().protocolVersion().map(JsonNode::asText);
    return version
        .flatMap(it -> difference(headers, VERSION, it))
        .or(() ->
            version.isEmpty()
                ? Optional.empty()
                : difference(headers, METHOD, request.method()).or(() -> ofName(headers, request)));
  }

  private static Optional<Trouble> ofName(Headers headers, Message.Request request) {
    String member = NAMED.get(request.method());
    if (member == null) {
      return Optional.empty();
    }
    String name = request.params().path(member).textValue();
    if (name != null) {
      return difference(headers, NAME, name);
    }
    // what is not there is told by the method itself, unless the header claims that it is
    return headers.all(NAME).isEmpty()
        ? Optional.empty()
        : Optional.of(
            Trouble.headersDiffer(
                "the header `%s` names something, and the body does not".formatted(NAME)));
  }

  /// What stands between a header and what it has to say.
  static Optional<Trouble> difference(Headers headers, String header, String expected) {
    List<String> values = headers.all(header);
    if (values.isEmpty()) {
      return Optional.of(
          Trouble.headersDiffer(
              "the header `%s` is missing; if the client sends it, something on the way drops it"
                  .formatted(header)));
    }
    if (values.size() > 1) {
      return Optional.of(
          Trouble.headersDiffer("the header `%s` came more than once".formatted(header)));
    }
    Optional<String> said = decoded(values.getFirst().strip());
    if (said.isEmpty()) {
      return Optional.of(
          Trouble.headersDiffer("the header `%s` cannot be decoded".formatted(header)));
    }
    return said.get().equals(expected)
        ? Optional.empty()
        : Optional.of(
            Trouble.headersDiffer(
                "the header `%s` says something else than the body".formatted(header)));
  }

  /// What a value means; empty if it is neither plain ASCII nor the base64 of UTF-8.
  static Optional<String> decoded(String value) {
    if (!value.startsWith(ENCODED) || !value.endsWith(END)) {
      return value.chars().allMatch(it -> it >= ' ' && it < 0x7f)
          ? Optional.of(value)
          : Optional.empty();
    }
    if (value.length() < ENCODED.length() + END.length()) {
      return Optional.empty();
    }
    String base64 = value.substring(ENCODED.length(), value.length() - END.length());
    if (base64.length() % QUARTET != 0) {
      // the decoder would do without the padding, and others would not
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// What stands between the arguments of a call and the headers that its schema wants them
  /// mirrored in.
  static Optional<Trouble> ofArguments(
      Headers headers, Map<String, String> mirrored, JsonNode arguments) {
    for (Map.Entry<String, String> each : mirrored.entrySet()) {
      Optional<Trouble> difference =
          ofArgument(headers, "Mcp-Param-" + each.getValue(), arguments.at(each.getKey()));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<Trouble> ofArgument(Headers headers, String header, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return headers.all(header).isEmpty()
          ? Optional.empty()
          : Optional.of(
              Trouble.headersDiffer(
                  "the header `%s` stands for an argument that is not there".formatted(header)));
    }
    if (!value.isNumber()) {
      return difference(headers, header, value.asText());
    }
    Optional<String> said = headers.first(header).flatMap(HeaderMirror::decoded);
    return said.filter(it -> isNumber(it, value)).isPresent() && headers.all(header).size() == 1
        ? Optional.empty()
        : difference(headers, header, value.asText());
  }

  private static boolean isNumber(String said, JsonNode value) {
    try {
      return new BigDecimal(said).compareTo(value.decimalValue()) == 0;
    } catch (NumberFormatException _) {
      return false;
    }
  }

  /// Which arguments a schema wants mirrored: the header's last part by the pointer to the
  /// argument.
  static Map<String, String> mirrored(ObjectNode schema) {
    var found = new LinkedHashMap<String, String>();
    collect(schema, "", found);
    return Map.copyOf(found);
  }

  private static void collect(JsonNode schema, String pointer, Map<String, String> found) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String at = Pointer.to(pointer, property.getKey());
      JsonNode header = property.getValue().path("x-mcp-header");
      if (header.isTextual()) {
        found.put(at, header.textValue());
      }
      collect(property.getValue(), at, found);
    }
  }
}
