package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/// One component of a record.
///
/// @param name what it is called in JSON
/// @param description what models are told about it; empty if nothing
record Member(String name, Presence presence, Shape shape, String description, Method accessor) {
  ObjectNode schema(Shape.Unknown unknown) {
    ObjectNode schema = presence.schema(shape.schema(unknown));
    if (!description.isEmpty()) {
      schema.put("description", description);
    }
    return schema;
  }

  @Nullable Object valueIn(Object owner) {
    try {
      return presence.told(accessor.invoke(owner));
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("`%s` of a record cannot be read".formatted(name), e);
    }
  }
}
