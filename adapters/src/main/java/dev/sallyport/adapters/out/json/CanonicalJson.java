package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/// The one way to write a value: as RFC 8785 has it, but for numbers, which stay exact and are
/// written in plain decimals.
final class CanonicalJson {
  private static final JsonStringEncoder TEXTS = JsonStringEncoder.getInstance();

  private CanonicalJson() {}

  static String of(JsonNode json) {
    var text = new StringBuilder();
    write(json, text);
    return text.toString();
  }

  private static void write(JsonNode json, StringBuilder text) {
    switch (json.getNodeType()) {
      case OBJECT -> object(json, text);
      case ARRAY -> array(json, text);
      case STRING -> text(json.textValue(), text);
      case NUMBER -> text.append(number(json));
      case BOOLEAN, NULL -> text.append(json.asText());
      case BINARY, MISSING, POJO ->
          throw new IllegalStateException("a %s is no JSON".formatted(json.getNodeType()));
    }
  }

  private static void object(JsonNode json, StringBuilder text) {
    var members = new TreeMap<String, JsonNode>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      members.put(member.getKey(), member.getValue());
    }
    char before = '{';
    for (Map.Entry<String, JsonNode> member : members.entrySet()) {
      text(member.getKey(), text.append(before));
      write(member.getValue(), text.append(':'));
      before = ',';
    }
    text.append(members.isEmpty() ? "{}" : "}");
  }

  private static void array(JsonNode json, StringBuilder text) {
    char before = '[';
    for (JsonNode item : json) {
      write(item, text.append(before));
      before = ',';
    }
    text.append(json.isEmpty() ? "[]" : "]");
  }

  private static void text(String value, StringBuilder text) {
    text.append('"');
    TEXTS.quoteAsString(value, text);
    text.append('"');
  }

  private static String number(JsonNode json) {
    return json.isInt()
        ? Integer.toString(json.intValue())
        : json.decimalValue().stripTrailingZeros().toPlainString();
  }
}
