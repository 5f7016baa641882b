package dev.sallyport.bootstrap.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.port.in.ExportPerson.Piece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes what is kept of a person, each list as one file of JSON in a zip. The same pieces make
/// the same bytes.
public final class PieceWriter implements AutoCloseable {
  // the earliest that a zip can tell, whatever the time zone
  private static final FileTime NO_TIME = FileTime.fromMillis(315_619_200_000L);

  private final ZipOutputStream zip;
  private final JsonFactory json =
      new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  private @Nullable JsonGenerator open;
  private String list = "";
  private long written;

  /// Ends the last file and leaves the zip open: who opened it closes it.
  public PieceWriter(ZipOutputStream zip) {
    this.zip = zip;
  }

  public void write(Piece piece) {
    try {
      JsonGenerator file = of(piece.list());
      file.writeStartObject();
      for (Map.Entry<String, String> field : new TreeMap<>(piece.fields()).entrySet()) {
        file.writeStringField(field.getKey(), field.getValue());
      }
      file.writeEndObject();
      written++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many pieces were written.
  public long written() {
    return written;
  }

  @Override
  public void close() {
    try {
      end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonGenerator of(String wanted) throws IOException {
    if (open != null && list.equals(wanted)) {
      return open;
    }
    end();
    var entry = new ZipEntry(wanted + ".json");
    entry.setLastModifiedTime(NO_TIME);
    zip.putNextEntry(entry);
    list = wanted;
    open = json.createGenerator(zip).useDefaultPrettyPrinter();
    open.writeStartArray();
    return open;
  }

  private void end() throws IOException {
    if (open != null) {
      open.writeEndArray();
      open.close();
      open = null;
      zip.closeEntry();
    }
  }
}
