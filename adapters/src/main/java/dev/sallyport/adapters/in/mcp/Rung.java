package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.kit.json.Decoded;
import dev.sallyport.adapters.kit.json.StrictJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ladder that a body climbs, in this order. What stands on the list of [Entrance] is asked
/// before its body is even read.
///
/// A batch and a message of an older revision leave the ladder after [#LAST_OF_BOTH], for the
/// package that knows them.
enum Rung {
  IS_STRICT_JSON,
  IS_A_MESSAGE,
  BATCH_CLAIMS_NOTHING,
  ANSWERS_NOTHING,
  HEADERS_SAY_THE_SAME,
  REVISION_IS_SERVED,
  CAPABILITIES_ARE_TOLD,
  LOG_LEVEL_IS_ONE;

  /// The rungs after which it is known which era a message belongs to.
  static final Rung LAST_OF_BOTH = BATCH_CLAIMS_NOTHING;

  Optional<Trouble> objection(Climb climb) {
    return Optional.ofNullable(
        switch (this) {
          case IS_STRICT_JSON -> read(climb);
          case IS_A_MESSAGE -> message(climb);
          case BATCH_CLAIMS_NOTHING -> claims(climb);
          case ANSWERS_NOTHING ->
              climb.message() instanceof Message.Response
                  ? Trouble.noMessage("nothing was asked that this could answer")
                  : null;
          case HEADERS_SAY_THE_SAME -> HeaderMirror.difference(climb).orElse(null);
          case REVISION_IS_SERVED -> served(climb.meta());
          case CAPABILITIES_ARE_TOLD ->
              climb.message() instanceof Message.Request
                      && climb.meta().clientCapabilities().isEmpty()
                  ? Trouble.malformed(
                      "`_meta` names the client's capabilities under `"
                          + Meta.PREFIX
                          + "clientCapabilities`; an empty object will do")
                  : null;
          case LOG_LEVEL_IS_ONE ->
              climb.meta().logLevel().isPresent() && climb.meta().severity().isEmpty()
                  ? Trouble.malformed("there is no such log level")
                  : null;
        });
  }

  private static @Nullable Trouble read(Climb climb) {
    return switch (StrictJson.read(climb.body())) {
      case Decoded.Value(JsonNode json) -> {
        climb.read(json);
        yield null;
      }
      case Decoded.Refused refused -> Trouble.unparsable(refused.message());
    };
  }

  private static @Nullable Trouble message(Climb climb) {
    if (climb.isBatch()) {
      return climb.json().isEmpty() ? Trouble.noMessage("a batch is not empty") : null;
    }
    return climb.message() instanceof Message.Malformed(var _, String why)
        ? Trouble.noMessage(why)
        : null;
  }

  private static @Nullable Trouble claims(Climb climb) {
    if (!(climb.json() instanceof ArrayNode batch)) {
      return null;
    }
    for (JsonNode each : batch) {
      if (each.path("params").path("_meta").has(Meta.PREFIX + "protocolVersion")) {
        return Trouble.noMessage("this revision of the protocol has no batches");
      }
    }
    return null;
  }

  private static @Nullable Trouble served(Meta meta) {
    Optional<JsonNode> version = meta.protocolVersion();
    if (version.isEmpty()) {
      return Trouble.malformed(
          "`_meta` names the protocol's revision under `" + Meta.PREFIX + "protocolVersion`");
    }
    String requested = version.get().asText();
    if (Revision.of(requested).map(Revision::isModern).orElse(false)) {
      return null;
    }
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    facts.putArray("supported").add(Revision.R2026_07_28.date());
    facts.put("requested", requested);
    return new Trouble(
        400, Trouble.REVISION_UNKNOWN, "that revision is not served in this form", facts);
  }
}
