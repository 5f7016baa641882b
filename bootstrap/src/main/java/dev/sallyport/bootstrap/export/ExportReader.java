package dev.sallyport.bootstrap.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.sallyport.domain.id.EntryId;
import dev.sallyport.domain.id.OrganizationId;
import dev.sallyport.domain.instance.InstallationId;
import dev.sallyport.domain.ledger.ChainHead;
import dev.sallyport.domain.ledger.Checkpoint;
import dev.sallyport.domain.ledger.Closing;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Facts;
import dev.sallyport.domain.ledger.Kind;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.Personal;
import dev.sallyport.domain.ledger.SealedEntry;
import dev.sallyport.domain.vault.KeyId;
import dev.sallyport.domain.vault.Signature;
import dev.sallyport.domain.vault.VerifyingKey;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads an export back, one piece at a time. Where it finds what is none, it says so and stops.
public final class ExportReader {
  private ExportReader() {}

  public static void read(Reader file, Consumer<Line> to) throws IOException {
    try (JsonParser json = factory().createParser(file)) {
      int number = 1;
      Optional<Line> next = next(json, number);
      while (next.isPresent()) {
        to.accept(next.get());
        number++;
        next = next.get() instanceof Line.Unreadable ? Optional.empty() : next(json, number);
      }
    }
  }

  private static JsonFactory factory() {
    return JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  }

  private static Optional<Line> next(JsonParser json, int number) throws IOException {
    try {
      JsonToken token = json.nextToken();
      if (token == null) {
        return Optional.empty();
      }
      return Optional.of(
          token == JsonToken.START_OBJECT && begins(json, number)
              ? line(Fields.read(json))
              : none(json));
    } catch (JsonProcessingException | CharacterCodingException | IllegalArgumentException _) {
      return Optional.of(none(json));
    }
  }

  /// Whether this piece stands where it was written: one a line, and nothing else.
  private static boolean begins(JsonParser json, int number) {
    JsonLocation start = json.currentTokenLocation();
    return start.getLineNr() == number && start.getColumnNr() == 1;
  }

  private static Line none(JsonParser json) {
    return new Line.Unreadable("line %d".formatted(json.currentLocation().getLineNr()));
  }

  private static Line line(Fields fields) {
    if (fields.has(Shape.ENTRY)) {
      return new Line.Written(sealed(fields.only(Shape.ENTRY).object(Shape.ENTRY)));
    }
    if (fields.has(Shape.CHECKPOINT)) {
      return new Line.Signed(checkpoint(fields.only(Shape.CHECKPOINT).object(Shape.CHECKPOINT)));
    }
    return fields.has(Shape.CLOSING)
        ? new Line.Closed(closing(fields.only(Shape.CLOSING).object(Shape.CLOSING)))
        : opening(fields.only(Shape.FORMAT, Shape.INSTALLATION, Shape.KEYS));
  }

  private static Line opening(Fields fields) {
    if (!fields.text(Shape.FORMAT).equals(Shape.FORMAT_NAME)) {
      throw new IllegalArgumentException("another format");
    }
    List<VerifyingKey> keys = fields.objects(Shape.KEYS).stream().map(ExportReader::key).toList();
    if (keys.stream().map(VerifyingKey::id).distinct().count() != keys.size()) {
      throw new IllegalArgumentException("a key is named twice");
    }
    return new Line.Opening(new InstallationId(fields.text(Shape.INSTALLATION)), keys);
  }

  private static VerifyingKey key(Fields fields) {
    fields.only(Shape.ID, Shape.X509);
    return new VerifyingKey(new KeyId(fields.text(Shape.ID)), fields.bytes(Shape.X509));
  }

  private static SealedEntry sealed(Fields fields) {
    fields.only(
        Shape.SEQUENCE,
        Shape.LINK,
        Shape.ID,
        Shape.ORGANIZATION,
        Shape.AT,
        Shape.KIND,
        Shape.FACTS,
        Shape.PERSONAL);
    var entry =
        new Entry(
            new EntryId(fields.text(Shape.ID)),
            new OrganizationId(fields.text(Shape.ORGANIZATION)),
            fields.time(Shape.AT),
            Kind.of(fields.text(Shape.KIND))
                .orElseThrow(() -> new IllegalArgumentException("no such kind")),
            facts(fields.object(Shape.FACTS)),
            new Personal(fields.bytes(Shape.PERSONAL)));
    return new SealedEntry(fields.number(Shape.SEQUENCE), entry, fields.digest(Shape.LINK));
  }

  private static Facts facts(Fields fields) {
    var texts = new EnumMap<Fact, String>(Fact.class);
    fields
        .all()
        .keySet()
        .forEach(word ->
            texts.put(
                Fact.of(word).orElseThrow(() -> new IllegalArgumentException("no such fact")),
                fields.text(word)));
    return new Facts(texts);
  }

  private static Checkpoint checkpoint(Fields fields) {
    fields.only(
        Shape.NUMBER,
        Shape.FROM,
        Shape.TO,
        Shape.AT,
        Shape.LINK,
        Shape.PREVIOUS,
        Shape.KEY,
        Shape.SIGNATURE);
    return new Checkpoint(
        new Checkpoint.Statement(
            fields.number(Shape.NUMBER),
            fields.number(Shape.FROM),
            fields.number(Shape.TO),
            fields.time(Shape.AT),
            fields.digest(Shape.LINK),
            fields.digest(Shape.PREVIOUS)),
        signature(fields));
  }

  private static Closing closing(Fields fields) {
    fields.only(
        Shape.AT,
        Shape.SEQUENCE,
        Shape.LINK,
        Shape.CHECKPOINT,
        Shape.SEAL,
        Shape.UNSEALED,
        Shape.KEY,
        Shape.SIGNATURE);
    var head =
        new ChainHead(
            fields.number(Shape.SEQUENCE),
            fields.digest(Shape.LINK),
            fields.number(Shape.CHECKPOINT),
            fields.digest(Shape.SEAL));
    return new Closing(
        new Closing.Statement(fields.time(Shape.AT), head, fields.number(Shape.UNSEALED)),
        signature(fields));
  }

  private static Signature signature(Fields fields) {
    return new Signature(new KeyId(fields.text(Shape.KEY)), fields.bytes(Shape.SIGNATURE));
  }
}
