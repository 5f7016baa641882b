package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.domain.content.Question;
import dev.sallyport.domain.content.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a request says of itself under `_meta`.
///
/// Clients describe themselves here, so none of it ever decides what they may.
public record Meta(ObjectNode fields) {
  static final String PREFIX = "io.modelcontextprotocol/";

  public static Meta of(ObjectNode params) {
    return new Meta(
        params.get("_meta") instanceof ObjectNode fields ? fields : params.objectNode());
  }

  Optional<JsonNode> protocolVersion() {
    return Optional.ofNullable(fields.get(PREFIX + "protocolVersion"));
  }

  Optional<ObjectNode> clientCapabilities() {
    return fields.get(PREFIX + "clientCapabilities") instanceof ObjectNode it
        ? Optional.of(it)
        : Optional.empty();
  }

  Optional<JsonNode> logLevel() {
    return Optional.ofNullable(fields.get(PREFIX + "logLevel"));
  }

  Optional<Severity> severity() {
    return logLevel().flatMap(it -> severity(it.asText()));
  }

  public static Optional<Severity> severity(String level) {
    return Stream.of(Severity.values()).filter(it -> word(it).equals(level)).findFirst();
  }

  public static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  public Optional<JsonNode> progressToken() {
    return Optional.ofNullable(fields.get("progressToken"))
        .filter(it -> it.isTextual() || it.isIntegralNumber());
  }

  boolean canBeAsked(Question.Kind kind) {
    return clientCapabilities().map(it -> declares(it, kind)).orElse(false);
  }

  // who declares no mode of elicitation means forms
  static boolean declares(ObjectNode capabilities, Question.Kind kind) {
    JsonNode elicitation = capabilities.path("elicitation");
    return switch (kind) {
      case FORM -> elicitation.has("form") || (elicitation.isObject() && elicitation.isEmpty());
      case PAGE -> elicitation.has("url");
      case SAMPLING -> capabilities.path("sampling").isObject();
      case ROOTS -> capabilities.path("roots").isObject();
    };
  }
}
