package dev.sallyport.adapters.kit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.sallyport.adapters.kit.json.Decoded.Reason;
import dev.sallyport.adapters.kit.json.Decoded.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Reads JSON so that nobody after it can read something else.
///
/// Parsers differ over duplicates, broken text and huge numbers, and what one checks another would
/// run; so all of that is refused here.
public final class StrictJson {
  static final int MOST_BYTES = 1_048_576;
  static final int MOST_LEVELS = 64;
  static final int MOST_TOKENS = 100_000;
  static final int LONGEST_NUMBER = 40;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  // its limits lie beyond ours, so that ours are told in our words
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          // calls run on threads of their own, which would each make new buffers
          .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_LEVELS + 1)
                  .maxNumberLength(MOST_BYTES)
                  .maxStringLength(MOST_BYTES)
                  .maxNameLength(MOST_BYTES)
                  .build())
          // a table of names that strangers fill can be made slow
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private StrictJson() {}

  /// Reads a document as it came over the wire.
  public static Decoded read(byte[] document) {
    if (document.length > MOST_BYTES) {
      return new Refused(Reason.TOO_LARGE, "");
    }
    CharBuffer text = CharBuffer.allocate(document.length);
    ByteBuffer bytes = ByteBuffer.wrap(document);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(bytes, text, true);
    return result.isError()
        ? new Refused(Reason.NOT_UTF_8, "at byte " + bytes.position())
        : parse(text.flip().toString());
  }

  /// Reads a document, or a part of one, that is text already.
  public static Decoded read(String document) {
    return bytesIn(document) > MOST_BYTES ? new Refused(Reason.TOO_LARGE, "") : parse(document);
  }

  private static Decoded parse(String text) {
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      return new Refused(Reason.BYTE_ORDER_MARK, "");
    }
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new Decoded.Value(new TreeReader(parser).read());
    } catch (Refusal e) {
      return e.refused();
    } catch (JsonProcessingException e) {
      return new Refused(Reason.NOT_JSON, "at character " + e.getLocation().getCharOffset());
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  private static long bytesIn(String text) {
    // no character takes more than three, so most texts need not be looked at
    return text.length() * 3L <= MOST_BYTES
        ? text.length()
        : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
