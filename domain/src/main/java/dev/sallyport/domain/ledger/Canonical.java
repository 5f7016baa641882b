package dev.sallyport.domain.ledger;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The one way to write something as bytes, so that equal things have equal digests.
///
/// Each part has its length in front, four bytes with the highest first: no two lists of parts make
/// the same bytes. The first part names what is written and its version.
final class Canonical {
  private static final int USUAL_PARTS = 48;

  private final List<byte[]> parts = new ArrayList<>(USUAL_PARTS);

  private Canonical() {}

  static Canonical form(String name) {
    return new Canonical().text(name);
  }

  Canonical text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  Canonical number(long number) {
    return bytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  Canonical time(Instant time) {
    return number(ChronoUnit.MICROS.between(Instant.EPOCH, time));
  }

  Canonical bytes(byte[] bytes) {
    parts.add(bytes);
    return this;
  }

  byte[] toBytes() {
    int size = 0;
    for (byte[] part : parts) {
      size += Integer.BYTES + part.length;
    }
    ByteBuffer written = ByteBuffer.allocate(size);
    parts.forEach(part -> written.putInt(part.length).put(part));
    return written.array();
  }

  Digest digest() {
    return Digest.over(toBytes());
  }

  static Reader read(String name, byte[] bytes) {
    var reader = new Reader(ByteBuffer.wrap(bytes));
    if (!reader.text().equals(name)) {
      throw new IllegalArgumentException("this is no " + name);
    }
    return reader;
  }

  /// Reads the parts back. Throws [IllegalArgumentException] where they are not what was asked for.
  static final class Reader {
    private final ByteBuffer rest;

    private Reader(ByteBuffer rest) {
      this.rest = rest;
    }

    String text() {
      try {
        // strict: bytes that are no text must not become some text
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
      } catch (CharacterCodingException e) {
        throw new IllegalArgumentException("a part is no text", e);
      }
    }

    long number() {
      byte[] part = bytes();
      if (part.length != Long.BYTES) {
        throw new IllegalArgumentException("a part is no number");
      }
      return ByteBuffer.wrap(part).getLong();
    }

    Instant time() {
      return Instant.EPOCH.plus(number(), ChronoUnit.MICROS);
    }

    byte[] bytes() {
      try {
        int length = rest.getInt();
        if (length < 0 || length > rest.remaining()) {
          throw new IllegalArgumentException("a part is cut off");
        }
        byte[] part = new byte[length];
        rest.get(part);
        return part;
      } catch (BufferUnderflowException e) {
        throw new IllegalArgumentException("a part is missing", e);
      }
    }

    void end() {
      if (rest.hasRemaining()) {
        throw new IllegalArgumentException("there is more than there should be");
      }
    }
  }
}
