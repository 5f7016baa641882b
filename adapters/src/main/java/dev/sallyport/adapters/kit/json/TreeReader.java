package dev.sallyport.adapters.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sallyport.adapters.kit.json.Decoded.Reason;
import dev.sallyport.adapters.kit.json.Decoded.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Builds the tree of one document, and throws a [Refusal] at the first thing that is not allowed.
final class TreeReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// As long as an `int` can be without a look at its value.
  private static final int SHORT = 9;

  /// A hostile path may be long; its first steps say enough.
  private static final int STEPS_TOLD = 8;

  private final JsonParser parser;
  private final String[] path = new String[StrictJson.MOST_LEVELS];
  private int level;
  private int tokens;

  TreeReader(JsonParser parser) {
    this.parser = parser;
  }

  JsonNode read() throws IOException {
    JsonToken first = next();
    if (first == null) {
      throw refusal(Reason.EMPTY);
    }
    JsonNode json = value(first);
    if (next() != null) {
      throw refusal(Reason.TRAILING);
    }
    return json;
  }

  private JsonNode value(@Nullable JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> TextNode.valueOf(whole(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      case VALUE_NULL -> NullNode.getInstance();
      case null, default -> throw refusal(Reason.NOT_JSON);
    };
  }

  private JsonNode object() throws IOException {
    enter();
    ObjectNode object = NODES.objectNode();
    while (next() == JsonToken.FIELD_NAME) {
      String name = whole(parser.currentName());
      path[level - 1] = name;
      if (object.has(name)) {
        throw refusal(Reason.DUPLICATE_NAME);
      }
      object.set(name, value(next()));
    }
    level--;
    return object;
  }

  private JsonNode array() throws IOException {
    enter();
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      path[level - 1] = Integer.toString(array.size());
      array.add(value(token));
    }
    level--;
    return array;
  }

  private JsonNode number() throws IOException {
    int length = parser.getTextLength();
    if (length > StrictJson.LONGEST_NUMBER) {
      throw refusal(Reason.NUMBER_TOO_LONG);
    }
    boolean integer = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
    if (integer && length <= SHORT) {
      return NODES.numberNode(parser.getIntValue());
    }
    String digits = parser.getText();
    double near = Double.parseDouble(digits);
    // before it is made exact: an exponent of ten digits makes a number nobody can work with
    if (Double.isInfinite(near) || (near == 0 && !isZero(digits))) {
      throw refusal(Reason.NUMBER_OUT_OF_RANGE);
    }
    return integer ? integer() : DecimalNode.valueOf(new BigDecimal(digits));
  }

  private JsonNode integer() throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private static boolean isZero(String digits) {
    return digits.chars().takeWhile(it -> it != 'e' && it != 'E').noneMatch(it -> it > '0');
  }

  private String whole(String text) {
    for (int at = 0; at < text.length(); at++) {
      char it = text.charAt(at);
      if (it == 0) {
        throw refusal(Reason.NUL_CHARACTER);
      }
      if (Character.isSurrogate(it)) {
        at++;
        if (at == text.length() || !Character.isSurrogatePair(it, text.charAt(at))) {
          throw refusal(Reason.LONE_SURROGATE);
        }
      }
    }
    return text;
  }

  private @Nullable JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    tokens++;
    if (tokens > StrictJson.MOST_TOKENS) {
      throw refusal(Reason.TOO_MANY_TOKENS);
    }
    return token;
  }

  private void enter() {
    if (level == StrictJson.MOST_LEVELS) {
      throw refusal(Reason.TOO_DEEP);
    }
    path[level] = "";
    level++;
  }

  private Refusal refusal(Reason reason) {
    String pointer = "";
    for (int step = 0; step < Math.min(level, STEPS_TOLD); step++) {
      pointer = Pointer.to(pointer, path[step]);
    }
    return new Refusal(new Refused(reason, pointer.isEmpty() ? "" : "at " + pointer));
  }
}
