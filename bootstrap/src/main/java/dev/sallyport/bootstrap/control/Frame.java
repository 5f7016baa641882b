package dev.sallyport.bootstrap.control;

import dev.sallyport.domain.vault.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// One piece of what is said over the socket: what it is, how long it is, and its bytes.
record Frame(Kind kind, Bytes bytes) {
  /// No longer one is read or written.
  static final int LONGEST = 65_536;

  private static final int HEAD = Byte.BYTES + Integer.BYTES;

  static Frame code(int code) {
    return new Frame(Kind.CODE, Bytes.of(ByteBuffer.allocate(Integer.BYTES).putInt(code).array()));
  }

  /// The exit code that this one tells.
  int code() throws IOException {
    if (bytes.size() != Integer.BYTES) {
      throw new IOException("an exit code has four bytes");
    }
    return ByteBuffer.wrap(bytes.toArray()).getInt();
  }

  void write(WritableByteChannel channel) throws IOException {
    ByteBuffer all =
        ByteBuffer.allocate(HEAD + bytes.size())
            .put(kind.mark)
            .putInt(bytes.size())
            .put(bytes.toArray())
            .flip();
    while (all.hasRemaining()) {
      channel.write(all);
    }
  }

  /// Throws [EOFException] if the other side ended before.
  static Frame read(ReadableByteChannel channel) throws IOException {
    ByteBuffer head = filled(channel, HEAD);
    Kind kind = Kind.of(head.get());
    int length = head.getInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("a piece has at most %d bytes".formatted(LONGEST));
    }
    return new Frame(kind, Bytes.of(filled(channel, length).array()));
  }

  private static ByteBuffer filled(ReadableByteChannel channel, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the other side ended");
      }
    }
    return buffer.flip();
  }

  /// What a piece is.
  enum Kind {
    /// What the command line says; the first and only piece of a client.
    ARGUMENTS('A'),
    OUT('O'),
    ERR('E'),
    /// How it ended; the last piece.
    CODE('X');

    private final byte mark;

    Kind(char mark) {
      this.mark = (byte) mark;
    }

    private static Kind of(byte mark) throws IOException {
      for (Kind kind : values()) {
        if (kind.mark == mark) {
          return kind;
        }
      }
      throw new IOException("no piece begins like that");
    }
  }
}
