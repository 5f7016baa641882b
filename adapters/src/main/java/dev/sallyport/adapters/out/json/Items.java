package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.kit.json.Pointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list.
record Items(ObjectNode keywords, Shape element) implements Shape {
  @Override
  public ObjectNode schema(Unknown unknown) {
    ObjectNode schema = keywords.deepCopy();
    schema.set("items", element.schema(unknown));
    return schema;
  }

  @Override
  public void prune(JsonNode json) {
    if (json.isArray()) {
      json.forEach(element::prune);
    }
  }

  @Override
  public Object read(JsonNode json, String pointer, List<String> faults) {
    List<@Nullable Object> values = new ArrayList<>(json.size());
    for (JsonNode item : json) {
      values.add(element.read(item, Pointer.to(pointer, values.size()), faults));
    }
    return Collections.unmodifiableList(values);
  }

  @Override
  public JsonNode write(Object value) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    ((List<?>) value).forEach(item -> array.add(element.write(item)));
    return array;
  }
}
