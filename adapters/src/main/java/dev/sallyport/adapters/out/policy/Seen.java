package dev.sallyport.adapters.out.policy;

import dev.sallyport.domain.vault.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// What one look at the file found: two looks that found the same are equal.
sealed interface Seen {
  record Text(Bytes bytes) implements Seen {}

  record Nothing(String why) implements Seen {}

  /// Through whatever links lead there now.
  static Seen in(Path file) {
    if (Files.notExists(file)) {
      return new Nothing("there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      return new Nothing("it is not a file that can be read");
    }
    try (InputStream in = Files.newInputStream(file)) {
      // one byte more than is allowed is enough to be refused
      return new Text(Bytes.of(in.readNBytes(Tree.MOST_BYTES + 1)));
    } catch (IOException e) {
      return new Nothing("it cannot be read (%s)".formatted(e.getClass().getSimpleName()));
    }
  }
}
