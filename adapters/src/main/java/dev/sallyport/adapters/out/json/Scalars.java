package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// The types of single values that a member may have.
final class Scalars {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// Beyond it, readers that know only doubles see another number (RFC 8785).
  private static final long LARGEST_EXACT = 9_007_199_254_740_991L;

  private Scalars() {}

  /// How values of this type look, if it is one of them.
  static Optional<Scalar> of(Class<?> type) {
    return Optional.ofNullable(
        switch (type.getName()) {
          case "java.lang.String" -> text("", "text", JsonNode::textValue);
          case "int", "java.lang.Integer" ->
              integer(
                  Integer.MIN_VALUE, Integer.MAX_VALUE, it -> it.decimalValue().intValueExact());
          case "long", "java.lang.Long" ->
              integer(-LARGEST_EXACT, LARGEST_EXACT, it -> it.decimalValue().longValueExact());
          case "double", "java.lang.Double" -> number(JsonNode::doubleValue);
          case "java.math.BigDecimal" -> number(JsonNode::decimalValue);
          case "boolean", "java.lang.Boolean" ->
              new Scalar(
                  typed("boolean"),
                  JsonNode::booleanValue,
                  it -> NODES.booleanNode((Boolean) it),
                  "true or false");
          case "java.time.Instant" ->
              text(
                  "date-time",
                  "a time such as 2026-11-20T12:00:00Z",
                  it -> OffsetDateTime.parse(it.textValue()).toInstant());
          case "java.time.LocalDate" ->
              text("date", "a date such as 2026-11-20", it -> LocalDate.parse(it.textValue()));
          case "java.net.URI" ->
              text(
                  "uri",
                  "an address such as https://example.com",
                  it -> URI.create(it.textValue()));
          case "java.time.ZoneId" ->
              text("", "a time zone such as Europe/Vienna", it -> ZoneId.of(it.textValue()));
          default -> type.isEnum() ? choice(type) : null;
        });
  }

  /// A constant is called by its name in lower case, unless it says otherwise.
  private static Scalar choice(Class<?> type) {
    Map<String, Object> constants = new LinkedHashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(Names.of((Enum<?>) constant), constant);
    }
    ObjectNode keywords = typed("string");
    ArrayNode names = keywords.putArray("enum");
    constants.keySet().forEach(names::add);
    return new Scalar(
        keywords,
        it -> Objects.requireNonNull(constants.get(it.textValue())),
        it -> NODES.textNode(Names.of((Enum<?>) it)),
        "one of " + String.join(", ", constants.keySet()));
  }

  private static Scalar text(String format, String expected, Function<JsonNode, Object> reader) {
    ObjectNode keywords = typed("string");
    if (!format.isEmpty()) {
      keywords.put("format", format);
    }
    return new Scalar(keywords, reader, it -> NODES.textNode(it.toString()), expected);
  }

  private static Scalar integer(long least, long most, Function<JsonNode, Object> reader) {
    return new Scalar(
        typed("integer").put("minimum", least).put("maximum", most),
        reader,
        it -> NODES.numberNode(((Number) it).longValue()),
        "a whole number");
  }

  private static Scalar number(Function<JsonNode, Object> reader) {
    return new Scalar(typed("number"), reader, Scalars::written, "a number");
  }

  private static JsonNode written(Object number) {
    return number instanceof BigDecimal exact
        ? NODES.numberNode(exact)
        // there is no JSON for what is not finite, and it says so
        : NODES.numberNode(BigDecimal.valueOf((Double) number));
  }

  private static ObjectNode typed(String type) {
    return NODES.objectNode().put("type", type);
  }
}
