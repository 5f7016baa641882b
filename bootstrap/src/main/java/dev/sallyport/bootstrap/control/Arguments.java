package dev.sallyport.bootstrap.control;

import dev.sallyport.domain.vault.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A command line as one piece.
record Arguments(List<String> words) {
  private static final int VERSION = 1;
  private static final int MOST = 256;

  Arguments {
    words = List.copyOf(words);
  }

  /// Throws [IOException] if it is longer than a piece can be.
  Frame toFrame() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var form = new DataOutputStream(bytes)) {
      form.writeByte(VERSION);
      form.writeShort(words.size());
      for (String word : words) {
        form.writeUTF(word);
      }
    }
    if (bytes.size() > Frame.LONGEST || words.size() > MOST) {
      throw new IOException("the command line is too long");
    }
    return new Frame(Frame.Kind.ARGUMENTS, Bytes.of(bytes.toByteArray()));
  }

  static Arguments of(Frame frame) throws IOException {
    try (var form = new DataInputStream(new ByteArrayInputStream(frame.bytes().toArray()))) {
      if (frame.kind() != Frame.Kind.ARGUMENTS || form.readByte() != VERSION) {
        throw new IOException("no command line that this version knows");
      }
      int count = form.readUnsignedShort();
      if (count > MOST) {
        throw new IOException("the command line is too long");
      }
      List<String> words = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        words.add(form.readUTF());
      }
      return new Arguments(words);
    }
  }
}
