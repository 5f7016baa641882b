package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A sealed interface: an object whose `type` says which of the records it is.
record Cases(Map<String, Fields> records) implements Shape {
  static final String TYPE = "type";

  Cases {
    records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
  }

  @Override
  public ObjectNode schema(Unknown unknown) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object");
    ArrayNode cases = schema.putArray("oneOf");
    records.forEach((name, fields) -> cases.add(schemaOf(name, fields, unknown)));
    return schema;
  }

  private static ObjectNode schemaOf(String name, Fields fields, Unknown unknown) {
    ObjectNode plain = fields.schema(unknown);
    ObjectNode schema = plain.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    properties.putObject(TYPE).put("const", name);
    properties.setAll((ObjectNode) plain.get("properties"));
    ArrayNode required = schema.putArray("required").add(TYPE);
    plain.path("required").forEach(required::add);
    if (unknown == Unknown.REFUSED) {
      schema.put("additionalProperties", false);
    }
    return schema;
  }

  @Override
  public void prune(JsonNode json) {
    Fields fields = records.get(json.path(TYPE).asText());
    if (fields != null) {
      fields.prune(json);
    }
  }

  @Override
  public @Nullable Object read(JsonNode json, String pointer, List<String> faults) {
    Fields fields = records.get(json.path(TYPE).asText());
    if (fields == null) {
      throw new IllegalStateException("the schema let an unknown type pass");
    }
    return fields.read(json, pointer, faults);
  }

  @Override
  public JsonNode write(Object value) {
    Map.Entry<String, Fields> its =
        records.entrySet().stream()
            .filter(entry -> entry.getValue().type() == value.getClass())
            .findFirst()
            .orElseThrow();
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put(TYPE, its.getKey());
    object.setAll(its.getValue().write(value));
    return object;
  }
}
