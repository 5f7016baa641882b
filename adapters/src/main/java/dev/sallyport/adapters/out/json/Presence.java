package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.application.backend.Change;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a member has to be there, and how its record holds it.
enum Presence {
  REQUIRED,
  /// As an `Optional`.
  OPTIONAL,
  /// As a reference that may be `null`.
  NULLABLE,
  /// As a [Change], for which `null` has a meaning of its own.
  CHANGE;

  /// What the record holds when the member is not there.
  @Nullable Object absent() {
    return switch (this) {
      case REQUIRED -> throw new IllegalStateException("the schema let a missing member pass");
      case OPTIONAL -> Optional.empty();
      case NULLABLE -> null;
      case CHANGE -> new Change.Absent<>();
    };
  }

  /// What the record holds when it is; nothing was read where there was a fault.
  @Nullable Object present(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (this) {
      case REQUIRED, NULLABLE -> value;
      case OPTIONAL -> Optional.of(value);
      case CHANGE -> new Change.Set<>(value);
    };
  }

  /// What is written of what the record holds, if anything.
  @Nullable Object told(@Nullable Object held) {
    return switch (this) {
      case REQUIRED, NULLABLE, CHANGE -> held;
      case OPTIONAL -> held instanceof Optional<?> maybe ? maybe.orElse(null) : null;
    };
  }

  /// Whether a `null` says the same as no member.
  boolean prunes(@Nullable JsonNode member) {
    return member != null && member.isNull() && (this == OPTIONAL || this == NULLABLE);
  }

  /// The schema of the member, given that of its value.
  ObjectNode schema(ObjectNode value) {
    if (this == CHANGE) {
      String type = value.get("type").textValue();
      value.putArray("type").add(type).add("null");
      if (value.get("enum") instanceof ArrayNode constants) {
        constants.addNull();
      }
      if (value.get("oneOf") instanceof ArrayNode cases) {
        cases.addObject().put("type", "null");
      }
    }
    return value;
  }
}
