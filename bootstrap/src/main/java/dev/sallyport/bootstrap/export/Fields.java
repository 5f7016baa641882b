package dev.sallyport.bootstrap.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sallyport.domain.ledger.Digest;
import dev.sallyport.domain.vault.Bytes;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The fields of one JSON object, each of which must be what it is taken for. Throws
/// [IllegalArgumentException] where one is not, or is written in another way than we write it: two
/// ways to write one value would be a change that nobody sees.
record Fields(Map<String, Object> all) {
  private static final int DEEPEST = 4;

  Fields {
    all = Map.copyOf(all);
  }

  /// The object whose beginning was just read.
  static Fields read(JsonParser json) throws IOException {
    return new Fields(object(json, DEEPEST));
  }

  Fields only(String... names) {
    if (!all.keySet().equals(Set.of(names))) {
      throw new IllegalArgumentException("other fields than expected");
    }
    return this;
  }

  boolean has(String name) {
    return all.containsKey(name);
  }

  String text(String name) {
    return is(String.class, name);
  }

  long number(String name) {
    return is(Long.class, name);
  }

  Instant time(String name) {
    try {
      Instant time = Instant.parse(text(name));
      // what is finer would be cut off unseen, and what is too far off cannot be chained
      long micros = ChronoUnit.MICROS.between(Instant.EPOCH, time);
      return same(time, Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString(), text(name));
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("no time", e);
    }
  }

  Bytes bytes(String name) {
    byte[] bytes = Base64.getDecoder().decode(text(name));
    return same(Bytes.of(bytes), Base64.getEncoder().encodeToString(bytes), text(name));
  }

  Digest digest(String name) {
    return new Digest(text(name));
  }

  Fields object(String name) {
    return is(Fields.class, name);
  }

  List<Fields> objects(String name) {
    return is(Many.class, name).all();
  }

  private <T> T is(Class<T> type, String name) {
    Object value = all.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("a field is missing or of another kind");
    }
    return type.cast(value);
  }

  private static <T> T same(T value, String written, String found) {
    if (!written.equals(found)) {
      throw new IllegalArgumentException("a value is written in another way");
    }
    return value;
  }

  private static Map<String, Object> object(JsonParser json, int deeper) throws IOException {
    var all = new LinkedHashMap<String, Object>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      all.put(name, value(json, json.nextToken(), deeper - 1));
    }
    return all;
  }

  private static Object value(JsonParser json, JsonToken token, int deeper) throws IOException {
    if (deeper == 0) {
      throw new IllegalArgumentException("too deep");
    }
    return switch (token) {
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT -> json.getLongValue();
      case START_OBJECT -> new Fields(object(json, deeper));
      case START_ARRAY -> array(json, deeper);
      default -> throw new IllegalArgumentException("a value of another kind");
    };
  }

  private static Many array(JsonParser json, int deeper) throws IOException {
    var all = new ArrayList<Fields>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      all.add(new Fields(object(json, deeper - 1)));
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw new IllegalArgumentException("a list of something else");
    }
    return new Many(all);
  }

  private record Many(List<Fields> all) {
    Many {
      all = List.copyOf(all);
    }
  }
}
