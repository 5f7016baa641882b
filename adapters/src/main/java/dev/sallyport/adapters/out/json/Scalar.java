package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One text, number or flag.
///
/// @param reader may throw a [DateTimeException] or an `IllegalArgumentException` for what the
///   schema cannot refuse
/// @param expected what it takes, for people and models
record Scalar(
    ObjectNode keywords,
    Function<JsonNode, Object> reader,
    Function<Object, JsonNode> writer,
    String expected)
    implements Shape {
  @Override
  public ObjectNode schema(Unknown unknown) {
    return keywords.deepCopy();
  }

  @Override
  public void prune(JsonNode json) {
    // nothing is in it
  }

  @Override
  public @Nullable Object read(JsonNode json, String pointer, List<String> faults) {
    try {
      return reader.apply(json);
    } catch (DateTimeException | IllegalArgumentException _) {
      faults.add("%s: expected %s".formatted(pointer, expected));
      return null;
    }
  }

  @Override
  public JsonNode write(Object value) {
    return writer.apply(value);
  }
}
