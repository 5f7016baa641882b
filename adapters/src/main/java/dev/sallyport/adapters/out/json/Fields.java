package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.kit.json.Pointer;
import dev.sallyport.application.backend.Change;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record.
record Fields(Class<?> type, Constructor<?> constructor, List<Member> members) implements Shape {
  Fields {
    members = List.copyOf(members);
  }

  @Override
  public ObjectNode schema(Unknown unknown) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.arrayNode();
    for (Member member : members) {
      properties.set(member.name(), member.schema(unknown));
      if (member.presence() == Presence.REQUIRED) {
        required.add(member.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    if (unknown == Unknown.REFUSED) {
      schema.put("additionalProperties", false);
    }
    return schema;
  }

  @Override
  public void prune(JsonNode json) {
    if (json instanceof ObjectNode object) {
      for (Member member : members) {
        JsonNode value = object.get(member.name());
        if (member.presence().prunes(value)) {
          object.remove(member.name());
        } else if (value != null) {
          member.shape().prune(value);
        }
      }
    }
  }

  @Override
  public @Nullable Object read(JsonNode json, String pointer, List<String> faults) {
    @Nullable Object[] values = new @Nullable Object[members.size()];
    for (int at = 0; at < values.length; at++) {
      values[at] = read(members.get(at), json, pointer, faults);
    }
    return faults.isEmpty() ? make(values, pointer, faults) : null;
  }

  private static @Nullable Object read(
      Member member, JsonNode json, String pointer, List<String> faults) {
    JsonNode value = json.get(member.name());
    if (value == null) {
      return member.presence().absent();
    }
    if (value.isNull()) {
      return new Change.Cleared<>();
    }
    return member
        .presence()
        .present(member.shape().read(value, Pointer.to(pointer, member.name()), faults));
  }

  /// What only the record itself knows, as that one of two has to be given, its constructor refuses
  /// in its own words; so they must not repeat what it was given.
  private @Nullable Object make(@Nullable Object[] values, String pointer, List<String> faults) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        faults.add("%s: %s".formatted(pointer.isEmpty() ? "/" : pointer, refused.getMessage()));
        return null;
      }
      throw new IllegalStateException("%s cannot be made".formatted(type.getName()), e);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("%s cannot be made".formatted(type.getName()), e);
    }
  }

  @Override
  public ObjectNode write(Object value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Member member : members) {
      Object told = member.valueIn(value);
      if (told != null) {
        object.set(member.name(), member.shape().write(told));
      }
    }
    return object;
  }
}
