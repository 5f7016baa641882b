package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.kit.json.Pointer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map from texts.
record Entries(ObjectNode keywords, Shape value) implements Shape {
  @Override
  public ObjectNode schema(Unknown unknown) {
    ObjectNode schema = keywords.deepCopy();
    schema.set("additionalProperties", value.schema(unknown));
    return schema;
  }

  @Override
  public void prune(JsonNode json) {
    if (json.isObject()) {
      json.forEach(value::prune);
    }
  }

  @Override
  public Object read(JsonNode json, String pointer, List<String> faults) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    json.properties()
        .forEach(entry ->
            values.put(
                entry.getKey(),
                value.read(entry.getValue(), Pointer.to(pointer, entry.getKey()), faults)));
    return Collections.unmodifiableMap(values);
  }

  @Override
  public JsonNode write(Object entries) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    ((Map<?, ?>) entries).forEach((name, it) -> object.set((String) name, value.write(it)));
    return object;
  }
}
