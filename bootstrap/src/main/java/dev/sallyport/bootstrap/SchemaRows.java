package dev.sallyport.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.kit.json.Decoded;
import dev.sallyport.adapters.kit.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/// The members of what a tool takes or answers, one by one, however deep.
final class SchemaRows {
  private final List<Row> rows = new ArrayList<>();

  private SchemaRows() {}

  static List<Row> of(String schema) {
    var rows = new SchemaRows();
    rows.into("", tree(schema));
    return List.copyOf(rows.rows);
  }

  static ObjectNode tree(String schema) {
    if (StrictJson.read(schema) instanceof Decoded.Value(ObjectNode tree)) {
      return tree;
    }
    throw new IllegalStateException("a schema is a JSON object");
  }

  private void into(String path, JsonNode schema) {
    members(path, schema);
    if (schema.path("items").isObject()) {
      into(path + "[]", schema.path("items"));
    }
    if (schema.path("additionalProperties").isObject()) {
      into(path + ".*", schema.path("additionalProperties"));
    }
    for (JsonNode each : schema.path("oneOf")) {
      String type = each.at("/properties/type/const").asText();
      members(path + "(" + type + ")", each);
    }
  }

  private void members(String path, JsonNode schema) {
    List<String> required =
        StreamSupport.stream(schema.path("required").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    schema
        .path("properties")
        .properties()
        .forEach(member -> {
          String name = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
          JsonNode its = member.getValue();
          rows.add(
              new Row(
                  name,
                  SchemaWords.type(its),
                  required.contains(member.getKey()),
                  SchemaWords.bounds(its),
                  its.path("description").asText()));
          into(name, its);
        });
  }

  /// One member.
  ///
  /// @param name with those of what it lies in before it; `[]` is each item of a list, `.*` each
  ///   value of a map, and `(a)` the case that calls itself so
  record Row(String name, String type, boolean required, String bounds, String description) {}
}
