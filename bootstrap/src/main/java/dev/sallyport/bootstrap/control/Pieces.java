package dev.sallyport.bootstrap.control;

import dev.sallyport.domain.vault.Bytes;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;

/// Output that goes to the other side piece by piece, each of whole characters.
final class Pieces extends Writer {
  private static final int PIECE = 8_192;

  private final WritableByteChannel channel;
  private final Frame.Kind kind;

  Pieces(WritableByteChannel channel, Frame.Kind kind) {
    this.channel = channel;
    this.kind = kind;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    int at = from;
    while (at < from + length) {
      int end = Math.min(at + PIECE, from + length);
      if (end < from + length && Character.isHighSurrogate(text[end - 1])) {
        end--;
      }
      byte[] bytes = new String(text, at, end - at).getBytes(StandardCharsets.UTF_8);
      new Frame(kind, Bytes.of(bytes)).write(channel);
      at = end;
    }
  }

  @Override
  public void flush() {
    // each piece was sent as it was written
  }

  @Override
  public void close() {
    // the channel belongs to whoever opened it
  }
}
