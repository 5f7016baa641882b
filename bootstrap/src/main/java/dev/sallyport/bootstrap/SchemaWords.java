package dev.sallyport.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A schema of one value in words for people.
final class SchemaWords {
  /// What a type can hold anyway is no bound that anybody chose.
  private static final List<BigDecimal> OF_TYPES =
      List.of(
          BigDecimal.valueOf(Integer.MIN_VALUE),
          BigDecimal.valueOf(Integer.MAX_VALUE),
          BigDecimal.valueOf(-9_007_199_254_740_991L),
          BigDecimal.valueOf(9_007_199_254_740_991L));

  private SchemaWords() {}

  static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray()
        ? StreamSupport.stream(type.spliterator(), false)
            .map(each -> type(each.asText(), schema))
            .collect(Collectors.joining(" or "))
        : schema.has("const") ? "text" : type(type.asText(), schema);
  }

  /// What bounds it, the items of a list included; empty if nothing does.
  static String bounds(JsonNode schema) {
    List<String> bounds = new ArrayList<>();
    if (schema.has("const")) {
      bounds.add("`%s`".formatted(schema.path("const").asText()));
    }
    if (schema.has("enum")) {
      bounds.add(oneOf(schema.path("enum")));
    }
    add(range(schema, "minLength", "maxLength", " characters"), bounds);
    add(range(schema, "minItems", "maxItems", " items"), bounds);
    add(range(schema, "minProperties", "maxProperties", " members"), bounds);
    add(range(schema, "minimum", "maximum", ""), bounds);
    if (schema.has("exclusiveMinimum")) {
      bounds.add("more than " + schema.path("exclusiveMinimum").asText());
    }
    if (schema.has("pattern")) {
      bounds.add("like `%s`".formatted(schema.path("pattern").asText()));
    }
    if (schema.path("items").isObject()) {
      add(each(bounds(schema.path("items"))), bounds);
    }
    return String.join(", ", bounds);
  }

  private static String type(String type, JsonNode schema) {
    return switch (type) {
      case "string" ->
          switch (schema.path("format").asText()) {
            case "date-time" -> "time";
            case "date" -> "date";
            case "uri" -> "address";
            default -> "text";
          };
      case "integer" -> "whole number";
      case "boolean" -> "true or false";
      case "array" -> "list of " + type(schema.path("items"));
      case "object" ->
          schema.path("additionalProperties").isObject()
              ? "map to " + type(schema.path("additionalProperties"))
              : "object";
      default -> type;
    };
  }

  private static String oneOf(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .map(value -> "`%s`".formatted(value.asText()))
        .collect(Collectors.joining(", ", "one of ", ""));
  }

  private static String range(JsonNode schema, String least, String most, String of) {
    boolean from = isChosen(schema.path(least));
    boolean to = isChosen(schema.path(most));
    if (from && to) {
      return schema.path(least).asText() + " to " + schema.path(most).asText() + of;
    }
    if (from) {
      return "at least " + schema.path(least).asText() + of;
    }
    return to ? "at most " + schema.path(most).asText() + of : "";
  }

  private static boolean isChosen(JsonNode bound) {
    return bound.isNumber()
        && OF_TYPES.stream().noneMatch(it -> it.compareTo(bound.decimalValue()) == 0);
  }

  private static String each(String bounds) {
    return bounds.isEmpty() ? "" : "each " + bounds;
  }

  private static void add(String bound, List<String> bounds) {
    if (!bound.isEmpty()) {
      bounds.add(bound);
    }
  }
}
