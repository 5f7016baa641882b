package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.sallyport.adapters.kit.http.Shortcut.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A JSON text as it goes over the wire. It is written once and never changed.
public final class Json {
  private static final int USUAL = 2_048;

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          // answers are written on threads of their own, which would each make new buffers
          .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
          .build();

  // trees only ask it for what they are set to
  private static final SerializerProvider PROVIDER =
      new ObjectMapper().getSerializerProviderInstance();

  private final List<Piece> pieces;

  private Json(List<Piece> pieces) {
    this.pieces = pieces;
  }

  public static Json of(JsonNode tree) {
    try {
      var bytes = new ByteArrayOutputStream(USUAL);
      try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
        tree.serialize(generator, PROVIDER);
      }
      return ofBytes(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("a tree can be written to memory", e);
    }
  }

  public static Json ofText(String json) {
    return ofBytes(json.getBytes(StandardCharsets.UTF_8));
  }

  /// Takes them over: nobody may change them afterwards.
  static Json ofBytes(byte[] bytes) {
    return new Json(List.of(Piece.of(bytes)));
  }

  /// The same, to be said many times.
  Json lasting() {
    return new Json(List.of(Piece.lasting(bytes())));
  }

  /// This one within another.
  Json within(byte[] begin, byte[] end) {
    List<Piece> all = new ArrayList<>(pieces);
    all.addFirst(Piece.of(begin));
    all.addLast(Piece.of(end));
    return new Json(List.copyOf(all));
  }

  List<Piece> pieces() {
    return pieces;
  }

  /// Not to be changed: a single piece is not copied, since each answer would be.
  public byte[] bytes() {
    if (pieces.size() == 1) {
      return pieces.getFirst().bytes();
    }
    var all = new ByteArrayOutputStream(length());
    pieces.forEach(piece -> all.writeBytes(piece.bytes()));
    return all.toByteArray();
  }

  public String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  int length() {
    return pieces.stream().mapToInt(piece -> piece.bytes().length).sum();
  }

  /// Without what is in it.
  @Override
  public String toString() {
    return "Json[" + length() + " bytes]";
  }
}
