package dev.sallyport.bootstrap.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The protocol's own schema of one revision, against which every message of ours has to hold.
final class Official {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Official> REVISIONS = new ConcurrentHashMap<>();

  private static final Map<String, String> RESULTS =
      Map.ofEntries(
          Map.entry("initialize", "InitializeResult"),
          Map.entry("ping", "EmptyResult"),
          Map.entry("logging/setLevel", "EmptyResult"),
          Map.entry("resources/subscribe", "EmptyResult"),
          Map.entry("resources/unsubscribe", "EmptyResult"),
          Map.entry("server/discover", "DiscoverResult"),
          Map.entry("tools/list", "ListToolsResult"),
          Map.entry("tools/call", "CallToolResult"),
          Map.entry("prompts/list", "ListPromptsResult"),
          Map.entry("prompts/get", "GetPromptResult"),
          Map.entry("resources/list", "ListResourcesResult"),
          Map.entry("resources/templates/list", "ListResourceTemplatesResult"),
          Map.entry("resources/read", "ReadResourceResult"),
          Map.entry("completion/complete", "CompleteResult"),
          Map.entry("subscriptions/listen", "SubscriptionsListenResult"));

  private static final Map<String, String> NOTIFICATIONS =
      Map.of(
          "notifications/progress", "ProgressNotification",
          "notifications/message", "LoggingMessageNotification",
          "notifications/tools/list_changed", "ToolListChangedNotification",
          "notifications/prompts/list_changed", "PromptListChangedNotification",
          "notifications/resources/list_changed", "ResourceListChangedNotification",
          "notifications/subscriptions/acknowledged", "SubscriptionsAcknowledgedNotification");

  private static final Map<String, String> REQUESTS =
      Map.of(
          "elicitation/create", "ElicitRequest",
          "sampling/createMessage", "CreateMessageRequest",
          "roots/list", "ListRootsRequest");

  // those codes whose errors have a form of their own
  private static final Map<Integer, String> ERRORS =
      Map.of(
          -32020, "HeaderMismatchError",
          -32021, "MissingRequiredClientCapabilityError",
          -32022, "UnsupportedProtocolVersionError");

  private final String revision;
  private final ObjectNode whole;
  private final String definitions;
  private final Map<String, JsonSchema> parts = new ConcurrentHashMap<>();

  private Official(String revision) {
    this.revision = revision;
    this.whole = read(revision);
    this.definitions = whole.has("$defs") ? "$defs" : "definitions";
  }

  static Official of(String revision) {
    return REVISIONS.computeIfAbsent(revision, Official::new);
  }

  /// Everything that is wrong with what a server sent.
  ///
  /// @param method what it answers, or belongs to
  List<String> faults(String method, JsonNode message) {
    if (message.has("error")) {
      return error(message);
    }
    if (message.has("result")) {
      JsonNode result = message.get("result");
      return Stream.concat(
              against(
                  has("JSONRPCResultResponse") ? "JSONRPCResultResponse" : "JSONRPCResponse",
                  message)
                  .stream(),
              against(resultOf(method, result), result).stream())
          .toList();
    }
    String called = message.path("method").asText();
    String kind = message.has("id") ? REQUESTS.get(called) : NOTIFICATIONS.get(called);
    return kind == null ? List.of("nobody may send `" + called + "`") : against(kind, message);
  }

  /// Everything that is wrong with all that was heard of one request.
  static List<String> faults(Post post, Heard heard) {
    // whoever greets is answered in the revision that was agreed on
    Official official =
        heard.messages().stream()
            .map(message -> message.at("/result/protocolVersion").asText())
            .filter(agreed -> !agreed.isEmpty())
            .map(Official::of)
            .findFirst()
            .orElseGet(() -> of(post.revision()));
    return heard.messages().stream()
        .flatMap(message -> official.faults(post.method(), message).stream())
        .toList();
  }

  private List<String> error(JsonNode message) {
    String form = has("JSONRPCErrorResponse") ? "JSONRPCErrorResponse" : "JSONRPCError";
    String own = ERRORS.getOrDefault(message.at("/error/code").asInt(), form);
    // older schemas want an id even where none could be read; nobody holds to that
    JsonNode whole =
        form.equals("JSONRPCError") && !message.has("id")
            ? ((ObjectNode) message.deepCopy()).put("id", "")
            : message;
    return Stream.of(form, has(own) ? own : form)
        .distinct()
        .flatMap(it -> against(it, whole).stream())
        .toList();
  }

  private static String resultOf(String method, JsonNode result) {
    return result.path("resultType").asText().equals("input_required")
        ? "InputRequiredResult"
        : RESULTS.getOrDefault(method, "no result of " + method);
  }

  private boolean has(String definition) {
    return whole.path(definitions).has(definition);
  }

  private List<String> against(String definition, JsonNode json) {
    if (!has(definition)) {
      return List.of("%s has no %s".formatted(revision, definition));
    }
    return parts.computeIfAbsent(definition, this::part).validate(json).stream()
        .map(ValidationMessage::getMessage)
        .map(it -> "%s %s: %s".formatted(revision, definition, it))
        .toList();
  }

  private JsonSchema part(String definition) {
    ObjectNode root = whole.deepCopy();
    root.put("$ref", "#/%s/%s".formatted(definitions, definition));
    VersionFlag flag = definitions.equals("$defs") ? VersionFlag.V202012 : VersionFlag.V7;
    return JsonSchemaFactory.getInstance(
            flag,
            builder -> builder.schemaLoaders(it -> it.add(DisallowSchemaLoader.getInstance())))
        .getSchema(root);
  }

  private static ObjectNode read(String revision) {
    try (InputStream in =
        Objects.requireNonNull(
            Official.class.getResourceAsStream("/mcp/schema/" + revision + ".json"), revision)) {
      return (ObjectNode) JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the schema of " + revision + " is no JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
