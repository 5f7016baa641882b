package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What values of one type look like in JSON. Its schema, its reading and its writing come from
/// here, so that none of them can say something else than the others.
sealed interface Shape permits Scalar, Items, Entries, Fields, Cases {
  /// Its JSON Schema, new each time.
  ///
  /// @param unknown whether objects may hold members that nobody knows
  ObjectNode schema(Unknown unknown);

  /// Takes out members that are `null` where that says the same as nothing.
  void prune(JsonNode json);

  /// The value of JSON that fits the schema. What a schema cannot say is added to the faults, and
  /// then the answer is worth nothing.
  @Nullable Object read(JsonNode json, String pointer, List<String> faults);

  /// The JSON of a value.
  JsonNode write(Object value);

  /// What becomes of members that a record does not have.
  enum Unknown {
    /// They are a mistake, so it is told: what is taken.
    REFUSED,
    /// They come with a later version: what is answered.
    ALLOWED
  }
}
