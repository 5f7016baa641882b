package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import dev.sallyport.adapters.kit.json.Pointer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Tells people and models what does not fit, and never what it was.
///
/// A validator's own messages repeat what they were given, so none of them is passed on.
final class Faults {
  /// Who sends thousands of faults is not helped by reading them.
  private static final int MOST = 20;

  private static final int MOST_LOOKED_AT = 200;

  private Faults() {}

  static List<String> of(Set<ValidationMessage> messages) {
    if (messages.isEmpty()) {
      return List.of();
    }
    List<ValidationMessage> first = messages.stream().limit(MOST_LOOKED_AT).toList();
    List<ValidationMessage> others = first.stream().filter(Faults::tellsAnotherCase).toList();
    List<ValidationMessage> meant =
        first.stream()
            .filter(message -> others.stream().noneMatch(other -> isBelow(message, other)))
            .toList();
    List<String> faults =
        meant.stream()
            .filter(message -> !isExplained(message, meant))
            .map(Faults::sentence)
            .distinct()
            .toList();
    return faults.size() <= MOST
        ? faults
        : Stream.concat(faults.stream().limit(MOST), Stream.of("and more")).toList();
  }

  /// Of the cases of a sealed interface only the one that was meant has something to say.
  private static boolean tellsAnotherCase(ValidationMessage message) {
    int at = caseOf(message);
    return at >= 0
        && switch (message.getType()) {
          case "const" -> true;
          case "required" -> Cases.TYPE.equals(message.getProperty());
          case "type" -> at == message.getEvaluationPath().getNameCount() - 2;
          default -> false;
        };
  }

  private static boolean isBelow(ValidationMessage message, ValidationMessage otherCase) {
    JsonNodePath path = otherCase.getEvaluationPath();
    while (path.getNameCount() > caseOf(otherCase) + 1) {
      path = path.getParent();
    }
    JsonNodePath object = otherCase.getInstanceLocation();
    if (otherCase.getType().equals("const")) {
      object = object.getParent();
    }
    return message.getEvaluationPath().startsWith(path)
        && message.getInstanceLocation().startsWith(object);
  }

  /// Where the number of the innermost case stands in the path, or less than nothing.
  private static int caseOf(ValidationMessage message) {
    JsonNodePath path = message.getEvaluationPath();
    for (int at = path.getNameCount() - 2; at >= 0; at--) {
      if (path.getElement(at).equals("oneOf")) {
        return at + 1;
      }
    }
    return -1;
  }

  private static boolean isExplained(ValidationMessage message, List<ValidationMessage> meant) {
    JsonNodePath at = message.getInstanceLocation();
    return switch (message.getType()) {
      case "oneOf" ->
          meant.stream()
              .filter(other -> !other.equals(message))
              .anyMatch(other -> other.getInstanceLocation().startsWith(at));
      case "type" ->
          meant.stream()
              .filter(other -> other.getType().equals("enum"))
              .anyMatch(other -> other.getInstanceLocation().equals(at));
      default -> false;
    };
  }

  private static String sentence(ValidationMessage message) {
    String at = pointer(message.getInstanceLocation());
    JsonNode wanted = message.getSchemaNode();
    return switch (message.getType()) {
      case "required" -> "%s: is missing".formatted(Pointer.to(at, message.getProperty()));
      case "additionalProperties" ->
          "%s: is not known".formatted(Pointer.to(at, message.getProperty()));
      case "oneOf" -> "%s: expected one of %s".formatted(Pointer.to(at, Cases.TYPE), cases(wanted));
      default -> "%s: expected %s".formatted(at.isEmpty() ? "/" : at, expected(message, wanted));
    };
  }

  private static String expected(ValidationMessage message, JsonNode wanted) {
    return switch (message.getType()) {
      case "type" -> type(wanted);
      case "enum" -> "one of " + joined(wanted);
      case "const" -> wanted.asText();
      case "minLength" -> "at least %s characters".formatted(wanted.asText());
      case "maxLength" -> "at most %s characters".formatted(wanted.asText());
      case "minItems", "minProperties" -> "at least %s of them".formatted(wanted.asText());
      case "maxItems", "maxProperties" -> "at most %s of them".formatted(wanted.asText());
      case "minimum" -> "at least " + wanted.asText();
      case "maximum" -> "at most " + wanted.asText();
      case "exclusiveMinimum" -> "more than " + wanted.asText();
      case "pattern" ->
          wanted.asText().equals("\\S") ? "more than spaces" : "to match " + wanted.asText();
      case "format" ->
          wanted.asText().equals("date")
              ? "a date such as 2026-11-20"
              : "a time such as 2026-11-20T12:00:00Z";
      default -> "something else, by " + message.getType();
    };
  }

  private static String type(JsonNode wanted) {
    return wanted.isArray()
        ? StreamSupport.stream(wanted.spliterator(), false)
            .map(Faults::type)
            .collect(Collectors.joining(" or "))
        : switch (wanted.asText()) {
          case "string" -> "text";
          case "integer" -> "a whole number";
          case "number" -> "a number";
          case "boolean" -> "true or false";
          case "array" -> "a list";
          case "object" -> "an object";
          default -> wanted.asText();
        };
  }

  private static String cases(JsonNode oneOf) {
    return joined(oneOf.findValues("const"));
  }

  private static String joined(Iterable<JsonNode> nodes) {
    return StreamSupport.stream(nodes.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private static String pointer(JsonNodePath location) {
    String pointer = "";
    for (int at = 0; at < location.getNameCount(); at++) {
      pointer = Pointer.to(pointer, String.valueOf(location.getElement(at)));
    }
    return pointer;
  }
}
