package dev.sallyport.adapters.out.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.domain.grant.Grant;
import dev.sallyport.domain.grant.Kept;
import dev.sallyport.domain.grant.Kept.Choice;
import dev.sallyport.domain.grant.Narrowing;
import dev.sallyport.domain.grant.Narrowing.Recipients;
import dev.sallyport.domain.grant.Reach;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.ConversationId;
import dev.sallyport.domain.id.PrivateKind;
import dev.sallyport.domain.id.SpaceId;
import dev.sallyport.domain.tool.Recipient;
import dev.sallyport.domain.tool.Scope;
import dev.sallyport.domain.tool.Scopes;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// The larger parts of a grant as JSON, so that one row is one grant. What cannot be read back to
/// the letter is refused: half of a grant would be another grant.
final class GrantText {
  /// The terms of a grant of which nothing is left.
  static final String NO_TERMS = "{\"version\":1,\"scopes\":[],\"reaches\":{},\"trusted\":[]}";

  private static final int VERSION = 1;

  private GrantText() {}

  static String ofTerms(Grant grant) {
    return JsonText.of(json -> {
      json.writeNumberField("version", VERSION);
      JsonText.texts(json, "scopes", grant.scopes().all(), Scope::value);
      json.writeObjectFieldStart("reaches");
      for (var reach : grant.reaches().entrySet()) {
        json.writeObjectFieldStart(reach.getKey().value());
        JsonText.texts(json, "spaces", reach.getValue().spaces(), SpaceId::value);
        JsonText.texts(json, "privates", reach.getValue().privates(), PrivateKind::value);
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeArrayFieldStart("trusted");
      for (Recipient recipient : grant.trusted()) {
        write(json, recipient);
      }
      json.writeEndArray();
    });
  }

  static Terms terms(String text) {
    return JsonText.read(
        text,
        json -> {
          mustBeOurs(json);
          var scopes = new Scopes(json.texts("scopes", Scope::new));
          Map<BackendId, Reach> reaches = new HashMap<>();
          json.eachField("reaches", backend -> reaches.put(new BackendId(backend), reach(json)));
          Set<Recipient> trusted = new HashSet<>();
          json.each("trusted", () -> trusted.add(recipient(json)));
          return new Terms(scopes, reaches, trusted);
        });
  }

  static String of(Narrowing narrowing) {
    return JsonText.of(json -> {
      json.writeNumberField("version", VERSION);
      json.writeBooleanField("readOnly", narrowing.readOnly());
      json.writeObjectFieldStart("only");
      for (var kept : narrowing.only().entrySet()) {
        json.writeObjectFieldStart(kept.getKey().value());
        write(json, "spaces", kept.getValue().spaces(), SpaceId::value);
        write(json, "conversations", kept.getValue().conversations(), ConversationId::value);
        json.writeEndObject();
      }
      json.writeEndObject();
      switch (narrowing.recipients()) {
        case Recipients.Any _ -> json.writeNullField("recipients");
        case Recipients.Beginning(var prefixes) ->
            JsonText.texts(json, "recipients", prefixes, prefix -> prefix);
      }
    });
  }

  static Narrowing narrowing(String text) {
    return JsonText.read(
        text,
        json -> {
          mustBeOurs(json);
          boolean readOnly = json.flag("readOnly");
          Map<BackendId, Kept> only = new HashMap<>();
          json.eachField("only", backend -> only.put(new BackendId(backend), kept(json)));
          Recipients recipients =
              json.maybeTexts("recipients", prefix -> prefix)
                  .<Recipients>map(Recipients.Beginning::new)
                  .orElseGet(Recipients.Any::new);
          return new Narrowing(readOnly, only, recipients);
        });
  }

  private static void mustBeOurs(JsonText json) throws IOException {
    if (json.number("version") != VERSION) {
      throw new IOException("a grant of another version of this house");
    }
  }

  private static void write(JsonGenerator json, Recipient recipient) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", recipient.kind().name());
    json.writeStringField("address", recipient.address());
    json.writeStringField("region", recipient.region());
    json.writeEndObject();
  }

  private static <T> void write(
      JsonGenerator json, String field, Choice<T> choice, Function<T, String> text)
      throws IOException {
    switch (choice) {
      case Choice.All<T> _ -> json.writeNullField(field);
      case Choice.Only<T>(var these) -> JsonText.texts(json, field, these, text);
    }
  }

  private static Recipient recipient(JsonText json) throws IOException {
    return new Recipient(
        Recipient.Kind.valueOf(json.text("kind")), json.text("address"), json.text("region"));
  }

  private static Reach reach(JsonText json) throws IOException {
    return new Reach(json.texts("spaces", SpaceId::new), json.texts("privates", PrivateKind::new));
  }

  private static Kept kept(JsonText json) throws IOException {
    return new Kept(
        choice(json, "spaces", SpaceId::new), choice(json, "conversations", ConversationId::new));
  }

  private static <T> Choice<T> choice(JsonText json, String field, Function<String, T> one)
      throws IOException {
    return json.maybeTexts(field, one).<Choice<T>>map(Choice.Only::new).orElseGet(Choice.All::new);
  }

  /// What was consented to.
  record Terms(Scopes scopes, Map<BackendId, Reach> reaches, Set<Recipient> trusted) {
    Terms {
      reaches = Map.copyOf(reaches);
      trusted = Set.copyOf(trusted);
    }
  }
}
