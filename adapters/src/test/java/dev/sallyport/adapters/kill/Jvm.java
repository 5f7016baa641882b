package dev.sallyport.adapters.kill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Starts small JVMs quickly: from a cache of classes that one of them made before.
final class Jvm {
  private final Path folder;
  private final String classPath;
  private final Path cache;
  private final Path errors;

  Jvm(Path folder) throws IOException {
    this.folder = folder;
    this.cache = folder.resolve("classes.aot");
    this.errors = folder.resolve("errors");
    this.classPath = packed(System.getProperty("java.class.path"));
  }

  /// Makes the cache, from a run of this program that ends by itself. Without one everything goes
  /// on as before, only slower.
  void train(Class<?> program, List<String> arguments) throws IOException, InterruptedException {
    Process process = start(List.of("-XX:AOTCacheOutput=" + cache), program, arguments);
    try (var lines = process.inputReader()) {
      lines.transferTo(Writer.nullWriter());
    }
    if (process.waitFor() != 0 || !Files.exists(cache)) {
      Files.deleteIfExists(cache);
      System.out.println("no cache of classes was made, so workers start slowly; see " + errors);
    }
  }

  Process start(Class<?> program, List<String> arguments) throws IOException {
    return start(
        Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of(), program, arguments);
  }

  private Process start(List<String> more, Class<?> program, List<String> arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-Xlog:disable",
            "-Dlogback.configurationFile=kill-logback.xml",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(more);
    command.addAll(List.of("-cp", classPath, program.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
        .start();
  }

  /// The same class path without folders, from which no cache is made.
  private String packed(String path) throws IOException {
    var jars = new ArrayList<String>();
    for (String part : path.split(File.pathSeparator, -1)) {
      if (Files.isDirectory(Path.of(part))) {
        jars.add(pack(Path.of(part), jars.size()).toString());
      } else if (Files.exists(Path.of(part))) {
        jars.add(part);
      }
    }
    return String.join(File.pathSeparator, jars);
  }

  private Path pack(Path classes, int number) throws IOException {
    Path jar = folder.resolve("classes-%d.jar".formatted(number));
    try (var out = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      files.filter(file -> !file.equals(classes)).forEach(file -> add(out, classes, file));
    }
    return jar;
  }

  /// Folders too: migrations are looked for in them.
  private static void add(ZipOutputStream out, Path classes, Path file) {
    String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
    boolean folder = Files.isDirectory(file);
    try {
      out.putNextEntry(new ZipEntry(folder ? name + "/" : name));
      if (!folder) {
        Files.copy(file, out);
      }
      out.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
