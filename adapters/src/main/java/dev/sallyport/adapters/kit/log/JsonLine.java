package dev.sallyport.adapters.kit.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/// A line for a machine: one JSON object, its fields always of the same names and kinds.
final class JsonLine implements LineForm {
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public String write(CleanEvent event) {
    var line = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", event.time().toString());
      json.writeStringField("level", event.level());
      json.writeStringField("logger", event.logger());
      json.writeStringField("thread", event.thread());
      all(json, event.context());
      json.writeStringField("message", event.message());
      if (!event.details().isEmpty()) {
        // of their own, so that none of them can pass for the level or the message
        json.writeObjectFieldStart("details");
        all(json, event.details());
        json.writeEndObject();
      }
      if (event.stack().isPresent()) {
        json.writeStringField("stack", event.stack().get());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  private static void all(JsonGenerator json, Map<String, String> fields) throws IOException {
    for (Map.Entry<String, String> field : fields.entrySet()) {
      json.writeStringField(field.getKey(), field.getValue());
    }
  }
}
