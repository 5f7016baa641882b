package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;

/// Turns the bounds that a record declares into words of its schema, which then enforces them.
final class Constraints {
  private static final String NUMBER = "integer number";

  private Constraints() {}

  /// Adds a bound; throws `IllegalArgumentException` for one that the schema cannot say.
  static void add(Annotation bound, ObjectNode schema) {
    switch (bound) {
      case Size size -> between(schema, size.min(), size.max());
      case NotEmpty _ -> between(schema, 1, Integer.MAX_VALUE);
      case NotBlank it -> {
        of("string", it, schema).put("minLength", 1);
        pattern(schema, "\\S");
      }
      case Pattern it when it.flags().length == 0 ->
          pattern(of("string", it, schema), "^(?:%s)$".formatted(it.regexp()));
      case Min it -> atLeast(of(NUMBER, it, schema), it.value());
      case Max it -> atMost(of(NUMBER, it, schema), it.value());
      case PositiveOrZero it -> atLeast(of(NUMBER, it, schema), 0);
      case Positive it when schema.path("type").asText().equals("integer") ->
          atLeast(of(NUMBER, it, schema), 1);
      case Positive it -> of(NUMBER, it, schema).put("exclusiveMinimum", 0);
      default -> throw unfit(bound);
    }
  }

  private static void between(ObjectNode schema, int least, int most) {
    String what =
        switch (schema.path("type").asText()) {
          case "string" -> "Length";
          case "array" -> "Items";
          case "object" -> "Properties";
          default -> throw new IllegalArgumentException("only text, lists and maps have a size");
        };
    if (least > schema.path("min" + what).asInt(0)) {
      schema.put("min" + what, least);
    }
    if (most < schema.path("max" + what).asInt(Integer.MAX_VALUE)) {
      schema.put("max" + what, most);
    }
  }

  // bounds only ever narrow: the type has some of its own
  private static void atLeast(ObjectNode schema, long least) {
    schema.put("minimum", Math.max(least, schema.path("minimum").asLong(Long.MIN_VALUE)));
  }

  private static void atMost(ObjectNode schema, long most) {
    schema.put("maximum", Math.min(most, schema.path("maximum").asLong(Long.MAX_VALUE)));
  }

  private static void pattern(ObjectNode schema, String regex) {
    if (schema.has("pattern")) {
      throw new IllegalArgumentException("a schema has room for one pattern: join them");
    }
    schema.put("pattern", regex);
  }

  private static ObjectNode of(String types, Annotation bound, ObjectNode schema) {
    if (!types.contains(schema.path("type").asText()) || schema.has("enum")) {
      throw unfit(bound);
    }
    return schema;
  }

  private static IllegalArgumentException unfit(Annotation bound) {
    return new IllegalArgumentException(
        "a schema cannot say @%s here".formatted(bound.annotationType().getSimpleName()));
  }
}
