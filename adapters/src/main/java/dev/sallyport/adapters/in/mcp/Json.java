package dev.sallyport.adapters.in.mcp;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;

/// A JSON text as it goes over the wire. It is written once and never changed.
public final class Json {
  private static final ObjectWriter WRITER =
      new ObjectMapper(
              // answers are written on threads of their own, which would each make new buffers
              new JsonFactoryBuilder()
                  .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                  .build())
          .writer();

  private final byte[] bytes;

  private Json(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Json of(JsonNode tree) {
    try {
      return new Json(WRITER.writeValueAsBytes(tree));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }

  public static Json ofText(String json) {
    return new Json(json.getBytes(StandardCharsets.UTF_8));
  }

  /// Takes them over: nobody may change them afterwards.
  static Json ofBytes(byte[] bytes) {
    return new Json(bytes);
  }

  /// Not to be changed: they are not copied, since each answer would be.
  public byte[] bytes() {
    return bytes;
  }

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Without what is in it.
  @Override
  public String toString() {
    return "Json[" + bytes.length + " bytes]";
  }
}
