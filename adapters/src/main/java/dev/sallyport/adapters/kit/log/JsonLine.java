package dev.sallyport.adapters.kit.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/// A line for a machine: one JSON object, its fields always of the same names and kinds.
final class JsonLine implements LineForm {
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public String write(ILoggingEvent event) {
    var line = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", Instant.ofEpochMilli(event.getTimeStamp()).toString());
      json.writeStringField("level", event.getLevel().toString());
      json.writeStringField("logger", event.getLoggerName());
      json.writeStringField("thread", event.getThreadName());
      for (Map.Entry<String, String> entry : event.getMDCPropertyMap().entrySet()) {
        json.writeStringField(entry.getKey(), entry.getValue());
      }
      json.writeStringField("message", event.getFormattedMessage());
      if (event.getKeyValuePairs() != null) {
        for (KeyValuePair pair : event.getKeyValuePairs()) {
          json.writeStringField(pair.key, String.valueOf(pair.value));
        }
      }
      if (event.getThrowableProxy() != null) {
        error(json, event.getThrowableProxy());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  private static void error(JsonGenerator json, IThrowableProxy thrown) throws IOException {
    json.writeStringField("error", thrown.getClassName());
    json.writeStringField("stack", ThrowableProxyUtil.asString(thrown));
  }
}
