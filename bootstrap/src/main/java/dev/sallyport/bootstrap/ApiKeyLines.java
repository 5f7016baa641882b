package dev.sallyport.bootstrap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.port.in.CreateKey.Result.Created;
import dev.sallyport.application.port.in.ListKeys.Listed;
import dev.sallyport.domain.key.ApiKey;
import dev.sallyport.domain.tenancy.EmailAddress;
import dev.sallyport.domain.tenancy.Person;
import dev.sallyport.domain.tool.Scope;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// API keys as commands show them: all but the keys, and once the key.
final class ApiKeyLines {
  private static final JsonFactory JSON = new JsonFactory();

  private ApiKeyLines() {}

  static String text(Listed listed) {
    ApiKey key = listed.key();
    return "%s  …%s  %-7s  until %s  used %-24s  %s  %s"
        .formatted(
            key.id().value(),
            key.hint(),
            standing(listed),
            key.expiresAt(),
            key.lastUsedAt().map(Instant::toString).orElse("never"),
            address(listed).orElse("-"),
            key.name());
  }

  static String json(Listed listed) {
    ApiKey key = listed.key();
    return written(json -> {
      fields(json, key);
      json.writeStringField("standing", standing(listed));
      maybe(json, "email", address(listed).orElse(null));
      json.writeStringField("hint", key.hint());
      json.writeStringField("createdAt", key.createdAt().toString());
      maybe(json, "revokedAt", key.revokedAt().map(Instant::toString).orElse(null));
      maybe(json, "lastUsedAt", key.lastUsedAt().map(Instant::toString).orElse(null));
    });
  }

  static String revoked(ApiKey key) {
    return written(json -> {
      json.writeStringField("id", key.id().value());
      maybe(json, "revokedAt", key.revokedAt().map(Instant::toString).orElse(null));
    });
  }

  /// The one place where a key is written out.
  static String created(Created created) {
    return written(json -> {
      fields(json, created.key());
      json.writeBooleanField("newcomer", created.newcomer());
      json.writeStringField("key", created.text().reveal());
    });
  }

  private static void maybe(JsonGenerator json, String field, @Nullable String text)
      throws IOException {
    if (text == null) {
      json.writeNullField(field);
    } else {
      json.writeStringField(field, text);
    }
  }

  private static void fields(JsonGenerator json, ApiKey key) throws IOException {
    json.writeStringField("id", key.id().value());
    json.writeStringField("name", key.name());
    json.writeStringField("person", key.person().value());
    json.writeStringField("organization", key.organization().value());
    json.writeStringField("grant", key.grant().value());
    List<String> scopes = key.scopes().all().stream().map(Scope::value).sorted().toList();
    json.writeArrayFieldStart("scopes");
    for (String scope : scopes) {
      json.writeString(scope);
    }
    json.writeEndArray();
    json.writeStringField("expiresAt", key.expiresAt().toString());
  }

  private static String written(Writing fields) {
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

  private static String standing(Listed listed) {
    return listed.standing().name().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> address(Listed listed) {
    return listed.person().flatMap(Person::email).map(EmailAddress::masked);
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }
}
