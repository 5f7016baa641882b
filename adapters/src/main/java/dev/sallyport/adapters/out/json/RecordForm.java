package dev.sallyport.adapters.out.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sallyport.adapters.kit.json.Decoded;
import dev.sallyport.adapters.kit.json.ReadObject;
import dev.sallyport.adapters.kit.json.StrictJson;
import dev.sallyport.adapters.out.json.Shape.Unknown;
import dev.sallyport.application.backend.Tool;
import dev.sallyport.application.port.out.Arguments.Form;
import dev.sallyport.application.port.out.Arguments.Reading;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What one tool takes and answers, made ready once.
final class RecordForm<I, O> implements Form<I, O> {
  private static final String KEY = "idempotencyKey";
  private static final int LONGEST_KEY = 128;
  private static final String STATUS = "status";
  private static final int VERSION_BYTES = 6;

  private final Class<I> type;
  private final Fields input;
  private final Fields output;
  private final boolean changes;
  private final boolean profile;
  private final Schema schema;
  private final Schema promised;
  private final String inputSchema;
  private final String outputSchema;
  private final String version;

  RecordForm(Tool<I, O> tool) {
    type = tool.input();
    changes = tool.spec().effect().changesSomething();
    profile = tool.spec().profile();
    input = Shapes.ofRecord(type);
    output = Shapes.ofRecord(tool.output());
    refuseMistakes();
    ObjectNode taken = taken();
    schema = new Schema(taken);
    inputSchema = taken.toString();
    ObjectNode answered = answered();
    promised = new Schema(answered);
    outputSchema = answered.toString();
    version = hash(inputSchema + "\n" + outputSchema);
  }

  @Override
  public Reading<I> read(CharSequence json) {
    if (json instanceof ReadObject known) {
      return read(known.copy());
    }
    return switch (StrictJson.read(json.toString())) {
      case Decoded.Value(ObjectNode arguments) -> read(arguments);
      case Decoded.Value _ -> new Reading.Unfit<>(List.of("/: expected an object"));
      case Decoded.Refused refused -> new Reading.Unfit<>(List.of(refused.message()));
    };
  }

  private Reading<I> read(ObjectNode arguments) {
    input.prune(arguments);
    if (changes && arguments.path(KEY).isNull()) {
      arguments.remove(KEY);
    }
    List<String> faults = new ArrayList<>(schema.faultsIn(arguments));
    if (!faults.isEmpty()) {
      return new Reading.Unfit<>(faults);
    }
    Optional<String> key = Optional.ofNullable(arguments.remove(KEY)).map(JsonNode::textValue);
    Object made = input.read(arguments, "", faults);
    return made == null
        ? new Reading.Unfit<>(faults)
        : new Reading.Fits<>(type.cast(made), CanonicalJson.of(arguments), key);
  }

  @Override
  public String write(O answer) {
    ObjectNode json = output.write(answer);
    if (!changes || json.has(STATUS)) {
      return json.toString();
    }
    ObjectNode done = json.objectNode().put(STATUS, "done");
    done.setAll(json);
    return done.toString();
  }

  @Override
  public List<String> unfit(String answer) {
    return switch (StrictJson.read(answer)) {
      case Decoded.Value(var json) -> promised.brokenBy(json);
      // what we write can be read; more than we would take of others is no fault
      case Decoded.Refused _ -> List.of();
    };
  }

  @Override
  public String inputSchema() {
    return inputSchema;
  }

  @Override
  public String outputSchema() {
    return outputSchema;
  }

  @Override
  public List<String> undescribed() {
    return Undescribed.in(input, output);
  }

  @Override
  public String version() {
    return version;
  }

  private static String hash(String schemas) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(schemas.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private ObjectNode taken() {
    ObjectNode taken = input.schema(Unknown.REFUSED);
    if (changes) {
      ((ObjectNode) taken.get("properties"))
          .putObject(KEY)
          .put("type", "string")
          .put("minLength", 1)
          .put("maxLength", LONGEST_KEY)
          .put(
              "description",
              "Any text that is new for each thing to be done. The same text again repeats"
                  + " nothing and returns the first answer.");
    }
    return taken;
  }

  /// A change may also be answered by a question or by not knowing, so all that is sure is how it
  /// stands.
  private ObjectNode answered() {
    // hosts take an identity only from a schema that is closed
    ObjectNode answered = output.schema(profile ? Unknown.REFUSED : Unknown.ALLOWED);
    if (changes) {
      ObjectNode properties = (ObjectNode) answered.get("properties");
      if (!properties.has(STATUS)) {
        properties
            .putObject(STATUS)
            .put("type", "string")
            .putArray("enum")
            .add("done")
            .add("approval_needed")
            .add("unknown");
      }
      answered.putArray("required").add(STATUS);
    }
    return answered;
  }

  private void refuseMistakes() {
    if (input.members().stream().anyMatch(member -> member.name().equals(KEY))) {
      throw new IllegalArgumentException(
          "`%s.%s`: the key is read before the tool, which does not get to see it"
              .formatted(type.getSimpleName(), KEY));
    }
    for (Member member : output.members()) {
      if (member.presence() == Presence.CHANGE) {
        throw new IllegalArgumentException(
            "`%s.%s`: a Change is taken, never answered"
                .formatted(output.type().getSimpleName(), member.name()));
      }
      if (changes && member.name().equals(STATUS) && !isPlainText(member)) {
        throw new IllegalArgumentException(
            "`%s.%s`: may also be approval_needed or unknown, so it is any text"
                .formatted(output.type().getSimpleName(), STATUS));
      }
    }
  }

  private static boolean isPlainText(Member member) {
    ObjectNode schema = member.shape().schema(Unknown.ALLOWED);
    return member.presence() == Presence.REQUIRED
        && schema.equals(schema.objectNode().put("type", "string"));
  }
}
