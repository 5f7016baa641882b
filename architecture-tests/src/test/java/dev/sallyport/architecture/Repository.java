package dev.sallyport.architecture;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files of the repository, as they lie on disk.
final class Repository {
  private Repository() {}

  /// Every Java source of every module, tests too.
  static List<SourceFile> sources() {
    return modules().stream().flatMap(module -> sourcesBelow(module + "/src")).toList();
  }

  /// What others may read of the inside: the domain and the ports.
  static List<SourceFile> publishedSources() {
    return Stream.concat(
            sourcesBelow("domain/src/main/java"),
            sourcesBelow("application/src/main/java/dev/sallyport/application/port"))
        .toList();
  }

  /// The text of a file, if there is one.
  static Optional<String> text(String path) {
    return Optional.of(root().resolve(path)).filter(Files::isRegularFile).map(Repository::read);
  }

  private static List<String> modules() {
    try (Stream<Path> folders = Files.list(root())) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
          .filter(folder -> Files.isDirectory(folder.resolve("src")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<SourceFile> sourcesBelow(String folder) {
    Path root = root();
    try (Stream<Path> paths = Files.walk(root.resolve(folder))) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .filter(not(Files::isDirectory))
          .sorted()
          .map(path -> new SourceFile(root.relativize(path).toString(), read(path)))
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  // Maven starts tests in the module's folder, editors often in the repository's
  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("architecture-tests"))
        ? here
        : here.resolve("..").normalize();
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
