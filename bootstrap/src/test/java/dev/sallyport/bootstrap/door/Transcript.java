package dev.sallyport.bootstrap.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A conversation as it is written down: what a client sends behind `>`, what it hears behind `<`,
/// and after `#` what it is about.
///
/// A request is its first line, its headers, and after an empty line its body. Those headers that
/// every request has are left out, unless a line says `! name`.
record Transcript(String name, List<Turn> turns) {
  private static final Path FOLDER = Path.of("src/test/resources/mcp/transcripts");
  private static final String SAID = "> ";
  private static final String HEARD = "< ";

  static Stream<Transcript> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(Transcript::read).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Transcript read(Path file) {
    try {
      String text = Files.readString(file);
      List<Turn> turns = Arrays.stream(text.strip().split("\n\n(?=#)", -1)).map(Turn::of).toList();
      return new Transcript(String.valueOf(file.getFileName()), turns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return turns.stream().map(Turn::text).collect(Collectors.joining("\n"));
  }

  void write() {
    try {
      Files.writeString(FOLDER.resolve(name), text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  /// One request and what came of it.
  record Turn(List<String> about, List<String> said, List<String> heard) {
    private static Turn of(String text) {
      List<String> lines = text.lines().toList();
      return new Turn(
          lines.stream().filter(it -> it.startsWith("#")).toList(),
          behind(SAID, lines),
          behind(HEARD, lines));
    }

    Turn hearing(List<String> other) {
      return new Turn(about, said, other);
    }

    /// The request, with what was heard before put in.
    Post post(String state) {
      List<String> lines = said.stream().map(it -> it.replace("(state)", state)).toList();
      int gap = lines.indexOf("");
      String body = gap < 0 ? "" : String.join("\n", lines.subList(gap + 1, lines.size()));
      List<String> headers = lines.subList(1, gap < 0 ? lines.size() : gap);
      Post post = Post.of(body).starting(lines.getFirst() + " HTTP/1.1");
      for (String header : headers) {
        post = header.startsWith("! ") ? post.without(header.substring(2)) : post.instead(header);
      }
      return post;
    }

    private String text() {
      List<String> lines = new ArrayList<>(about);
      said.forEach(it -> lines.add((SAID + it).stripTrailing()));
      heard.forEach(it -> lines.add((HEARD + it).stripTrailing()));
      return String.join("\n", lines) + "\n";
    }

    private static List<String> behind(String mark, List<String> lines) {
      return lines.stream()
          .filter(it -> it.startsWith(mark.strip()))
          .map(it -> it.length() < mark.length() ? "" : it.substring(mark.length()))
          .toList();
    }
  }
}
