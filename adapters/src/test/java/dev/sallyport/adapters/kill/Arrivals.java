package dev.sallyport.adapters.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What the backend has seen arrive: a file that only grows, each line on the disk before the send
/// is answered. It knows nothing of claims but their names, and nothing of the database.
final class Arrivals {
  private final Path file;
  private final FileChannel channel;

  Arrivals(Path folder) throws IOException {
    file = folder.resolve("arrivals");
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND,
            StandardOpenOption.DSYNC);
    forgetTorn();
  }

  /// Who is killed in the middle of a note may leave its beginning: then nothing has arrived, and
  /// the next note must not go on in its line.
  private void forgetTorn() throws IOException {
    byte[] all = Files.readAllBytes(file);
    int end = all.length;
    while (end > 0 && all[end - 1] != '\n') {
      end--;
    }
    channel.truncate(end);
  }

  void note(String claim, String text) {
    try {
      channel.write(ByteBuffer.wrap((claim + " " + text + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Arrival> all() {
    try (var lines = Files.lines(file)) {
      return lines.map(line -> line.split(" ", 2)).map(it -> new Arrival(it[0], it[1])).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Arrival(String claim, String text) {}
}
