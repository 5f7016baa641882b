package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/// Names all that a request asks for in one short text, however its members are ordered.
final class Binding {
  private Binding() {}

  static String of(String method, JsonNode... parts) {
    var text = new StringBuilder(method);
    for (JsonNode part : parts) {
      text.append('\n');
      write(part, text);
    }
    return hash(text.toString());
  }

  private static void write(JsonNode json, StringBuilder text) {
    if (json instanceof ObjectNode object) {
      var members = new TreeMap<String, JsonNode>();
      object.properties().forEach(it -> members.put(it.getKey(), it.getValue()));
      text.append('{');
      members.forEach((name, value) -> {
        text.append(object.textNode(name)).append(':');
        write(value, text);
        text.append(',');
      });
      text.append('}');
    } else if (json.isArray()) {
      text.append('[');
      json.forEach(item -> {
        write(item, text);
        text.append(',');
      });
      text.append(']');
    } else {
      text.append(json);
    }
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
