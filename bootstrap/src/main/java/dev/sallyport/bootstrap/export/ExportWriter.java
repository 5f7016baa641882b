package dev.sallyport.bootstrap.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.domain.ledger.ChainHead;
import dev.sallyport.domain.ledger.Checkpoint;
import dev.sallyport.domain.ledger.Closing;
import dev.sallyport.domain.ledger.Entry;
import dev.sallyport.domain.ledger.Fact;
import dev.sallyport.domain.ledger.Line;
import dev.sallyport.domain.ledger.Recorded;
import dev.sallyport.domain.ledger.SealedEntry;
import dev.sallyport.domain.vault.Bytes;
import dev.sallyport.domain.vault.Signature;
import dev.sallyport.domain.vault.VerifyingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Base64;

/// Writes the ledger, one JSON object a line.
public final class ExportWriter {
  private final Writer out;
  private final JsonGenerator json;

  /// Flushes and closes nothing: what was opened elsewhere is closed there.
  public ExportWriter(Writer out) {
    this.out = out;
    try {
      this.json =
          new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).createGenerator(out);
      json.setRootValueSeparator(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(Line line) {
    object(() -> {
      switch (line) {
        case Line.Opening opening -> opening(opening);
        case Line.Written(SealedEntry sealed) -> {
          json.writeObjectFieldStart(Shape.ENTRY);
          json.writeNumberField(Shape.SEQUENCE, sealed.sequence());
          json.writeStringField(Shape.LINK, sealed.link().hex());
          fields(sealed.entry());
          json.writeEndObject();
        }
        case Line.Signed(Checkpoint checkpoint) -> checkpoint(checkpoint);
        case Line.Closed(Closing closing) -> closing(closing);
        case Line.Unreadable(String where) -> json.writeStringField(Shape.UNREADABLE, where);
      }
    });
  }

  /// An entry by itself, with its place if it has one.
  public void write(Recorded recorded) {
    object(() -> {
      if (recorded.sequence().isPresent()) {
        json.writeNumberField(Shape.SEQUENCE, recorded.sequence().getAsLong());
      }
      fields(recorded.entry());
    });
  }

  private void opening(Line.Opening opening) throws IOException {
    json.writeStringField(Shape.FORMAT, Shape.FORMAT_NAME);
    json.writeStringField(Shape.INSTALLATION, opening.installation().value());
    json.writeArrayFieldStart(Shape.KEYS);
    for (VerifyingKey key : opening.keys()) {
      json.writeStartObject();
      json.writeStringField(Shape.ID, key.id().value());
      json.writeStringField(Shape.X509, base64(key.encoded()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void fields(Entry entry) throws IOException {
    json.writeStringField(Shape.ID, entry.id().value());
    json.writeStringField(Shape.ORGANIZATION, entry.organization().value());
    json.writeStringField(Shape.AT, entry.at().toString());
    json.writeStringField(Shape.KIND, entry.kind().word());
    json.writeObjectFieldStart(Shape.FACTS);
    for (Fact fact :
        Arrays.stream(Fact.values()).filter(entry.facts().texts()::containsKey).toList()) {
      json.writeStringField(fact.word(), entry.facts().of(fact).orElseThrow());
    }
    json.writeEndObject();
    json.writeStringField(Shape.PERSONAL, base64(entry.personal().ciphertext()));
  }

  private void checkpoint(Checkpoint checkpoint) throws IOException {
    Checkpoint.Statement stated = checkpoint.statement();
    json.writeObjectFieldStart(Shape.CHECKPOINT);
    json.writeNumberField(Shape.NUMBER, stated.number());
    json.writeNumberField(Shape.FROM, stated.from());
    json.writeNumberField(Shape.TO, stated.to());
    json.writeStringField(Shape.AT, stated.at().toString());
    json.writeStringField(Shape.LINK, stated.link().hex());
    json.writeStringField(Shape.PREVIOUS, stated.previous().hex());
    signature(checkpoint.signature());
    json.writeEndObject();
  }

  private void closing(Closing closing) throws IOException {
    ChainHead head = closing.statement().head();
    json.writeObjectFieldStart(Shape.CLOSING);
    json.writeStringField(Shape.AT, closing.statement().at().toString());
    json.writeNumberField(Shape.SEQUENCE, head.sequence());
    json.writeStringField(Shape.LINK, head.link().hex());
    json.writeNumberField(Shape.CHECKPOINT, head.checkpoint());
    json.writeStringField(Shape.SEAL, head.seal().hex());
    json.writeNumberField(Shape.UNSEALED, closing.statement().unsealed());
    signature(closing.signature());
    json.writeEndObject();
  }

  private void signature(Signature signature) throws IOException {
    json.writeStringField(Shape.KEY, signature.key().value());
    json.writeStringField(Shape.SIGNATURE, base64(signature.value()));
  }

  private void object(Content content) {
    try {
      json.writeStartObject();
      content.write();
      json.writeEndObject();
      json.flush();
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  @FunctionalInterface
  private interface Content {
    void write() throws IOException;
  }
}
