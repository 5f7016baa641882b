package dev.sallyport.bootstrap.control;

import dev.sallyport.domain.vault.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/// Output that goes to the other side piece by piece, as it is written. A writer of texts writes
/// whole characters, and some kilobytes at a time; so each piece is a text.
final class Pieces extends OutputStream {
  private final WritableByteChannel channel;
  private final Frame.Kind kind;

  Pieces(WritableByteChannel channel, Frame.Kind kind) {
    this.channel = channel;
    this.kind = kind;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    for (int at = from; at < from + length; at += Frame.LONGEST) {
      int end = Math.min(at + Frame.LONGEST, from + length);
      new Frame(kind, Bytes.of(Arrays.copyOfRange(bytes, at, end))).write(channel);
    }
  }
}
