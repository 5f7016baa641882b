package dev.sallyport.adapters.out.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// JSON that only we write and read. Fields come in the order in which they are asked for, none is
/// left out and none is added.
final class JsonText {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // so that no character is refused by a database, or changed on the way
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private final JsonParser parser;

  private JsonText(JsonParser parser) {
    this.parser = parser;
  }

  static String of(Writing fields) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      fields.to(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static <T> void texts(
      JsonGenerator json, String field, Collection<T> values, Function<T, String> text)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (T value : values) {
      json.writeString(text.apply(value));
    }
    json.writeEndArray();
  }

  static <T> T read(String text, Reading<T> fields) {
    try (JsonParser parser = JSON.createParser(text)) {
      var json = new JsonText(parser);
      json.open();
      T value = fields.from(json);
      json.close();
      if (parser.nextToken() != null) {
        throw new IOException("something follows the end");
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException("what was stored cannot be read", e);
    }
  }

  private void open() throws IOException {
    expect(JsonToken.START_OBJECT);
  }

  private void close() throws IOException {
    expect(JsonToken.END_OBJECT);
  }

  int number(String field) throws IOException {
    enter(field);
    expect(JsonToken.VALUE_NUMBER_INT);
    return parser.getIntValue();
  }

  boolean flag(String field) throws IOException {
    enter(field);
    return switch (parser.nextToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null, default -> throw new IOException("expected true or false");
    };
  }

  String text(String field) throws IOException {
    enter(field);
    expect(JsonToken.VALUE_STRING);
    return parser.getText();
  }

  <T> Set<T> texts(String field, Function<String, T> one) throws IOException {
    enter(field);
    parser.nextToken();
    return texts(one);
  }

  /// Nothing where it says null.
  <T> Optional<Set<T>> maybeTexts(String field, Function<String, T> one) throws IOException {
    enter(field);
    return parser.nextToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(texts(one));
  }

  void each(String field, Step element) throws IOException {
    enter(field);
    expect(JsonToken.START_ARRAY);
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      element.take();
      close();
    }
    require(JsonToken.END_ARRAY);
  }

  void eachField(String field, NamedStep each) throws IOException {
    enter(field);
    expect(JsonToken.START_OBJECT);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      open();
      each.take(name);
      close();
    }
    require(JsonToken.END_OBJECT);
  }

  private <T> Set<T> texts(Function<String, T> one) throws IOException {
    require(JsonToken.START_ARRAY);
    Set<T> found = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(JsonToken.VALUE_STRING);
      found.add(one.apply(parser.getText()));
    }
    return found;
  }

  private void enter(String field) throws IOException {
    if (!field.equals(parser.nextFieldName())) {
      throw new IOException("expected the field `%s`".formatted(field));
    }
  }

  private void expect(JsonToken wanted) throws IOException {
    parser.nextToken();
    require(wanted);
  }

  private void require(JsonToken wanted) throws IOException {
    if (parser.currentToken() != wanted) {
      throw new IOException("expected %s".formatted(wanted));
    }
  }

  /// Writes the fields of one object.
  @FunctionalInterface
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  /// Reads the fields of one object.
  @FunctionalInterface
  interface Reading<T> {
    T from(JsonText json) throws IOException;
  }

  /// Reads the fields of one element.
  @FunctionalInterface
  interface Step {
    void take() throws IOException;
  }

  /// Reads the fields of what has a name.
  @FunctionalInterface
  interface NamedStep {
    void take(String name) throws IOException;
  }
}
