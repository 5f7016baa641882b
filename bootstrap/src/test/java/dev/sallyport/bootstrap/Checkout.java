package dev.sallyport.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A made-up checkout: the real launcher amid stand-ins for sources, Maven and JDKs.
///
/// The stand-ins note in `notes` how they were called. Nothing of the machine is on the launcher's
/// PATH but the small tools it names, and every path holds a space.
final class Checkout {
  /// All that the launcher may ask of the machine.
  private static final List<String> TOOLS =
      List.of(
          "awk",
          "bash",
          "cat",
          "find",
          "grep",
          "head",
          "ln",
          "mkdir",
          "mkfifo",
          "mv",
          "ps",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "sort",
          "tail",
          "tee");

  private static final Instant LONG_AGO = Instant.parse("2020-02-02T02:02:02Z");

  /// Builds what the launcher expects of a build and does what `maven-also` says, or fails as
  /// `maven-fails` says.
  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      notes='NOTES'
      case " $* " in *' -v '*) echo 'Apache Maven VERSION (made up)' && exit ;; esac
      printf '%s\\n' "$*" >>"$notes/maven-calls"
      printf '[INFO] Building Sallyport domain 1.0   [%s]\\n' 1/2 2/2
      [ ! -f "$notes/maven-fails" ] || { cat "$notes/maven-fails" && exit 1; }
      mkdir -p bootstrap/target/sallyport/lib
      echo '-Xmx1m' >bootstrap/target/sallyport/jvm.options
      echo "$RANDOM" >bootstrap/target/sallyport/sallyport.jar
      [ ! -f "$notes/maven-also" ] || . "$notes/maven-also"
      """;

  /// Trains, or judges a cache, or waits for its end, or ends with the code in `java-exit`.
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      notes='NOTES'
      case "$*" in
        -version) echo 'openjdk version "VERSION" 2025-09-16' >&2 && exit ;;
        *-XX:AOTCacheOutput=*)
          export -p | grep -e ' SALLYPORT_' -e ' PORT=' >"$notes/training-settings"
          printf '%s ' "$@" >>"$notes/trainings" && echo >>"$notes/trainings"
          [ ! -f "$notes/training-fails" ] || exit 1
          for argument in "$@"; do
            case $argument in -XX:AOTCacheOutput=*) : >"${argument#*=}" ;; esac
          done
          exit ;;
        *-XX:AOTMode=on*) [ ! -f "$notes/cache-is-refused" ]; exit ;;
      esac
      printf '%s\\n' "$@" >"$notes/java-arguments"
      printf '%s' "$$" >"$notes/java-pid"
      printf '%s' "$PWD" >"$notes/java-folder"
      printf '%s' "$JAVA_HOME" >"$notes/java-home"
      if [ -f "$notes/java-waits" ]; then
        trap 'echo stopped; exit 143' TERM
        echo started
        for _ in {1..400}; do sleep 0.05; done
      fi
      [ ! -f "$notes/java-exit" ] || exit "$(cat "$notes/java-exit")"
      """;

  private final Path folder;

  private Checkout(Path folder) {
    this.folder = folder;
  }

  /// A checkout never built, on a machine with Maven 3.9.9 and a JDK 25.
  static Checkout in(Path temporary) {
    return bare(temporary).withMaven("3.9.9").withJdk("jdk-25", "25.0.1");
  }

  /// A checkout on a machine with neither Maven nor a JDK.
  static Checkout bare(Path temporary) {
    var checkout = new Checkout(temporary.resolve("some where"));
    TOOLS.forEach(tool -> checkout.link(checkout.bin().resolve(tool), onThisMachine(tool)));
    checkout.write("home/.keep", "");
    checkout.write("notes/.keep", "");
    checkout.write("root/.mvn/maven.config", "");
    checkout.write("root/pom.xml", "<project>\n  <version>9.8.7</version>\n</project>\n");
    Stream.of("domain", "application", "adapters", "bootstrap")
        .forEach(module -> checkout.withModule("root/" + module));
    checkout.copyLauncher();
    checkout.age();
    return checkout;
  }

  private void withModule(String module) {
    write(module + "/pom.xml", "<project/>");
    write(module + "/src/main/java/here/Kept.java", "");
    write(module + "/src/test/java/here/KeptTest.java", "");
  }

  private void copyLauncher() {
    write("root/sallyport", read(launcher()));
    executable("root/sallyport");
  }

  Checkout withMaven(String version) {
    return executable("bin/mvn", MAVEN.replace("VERSION", version));
  }

  /// A JDK whose release file tells its version.
  Checkout withJdk(String name, String version) {
    write("jdks/" + name + "/release", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return withSilentJdk(name, version);
  }

  /// A JDK without a release file: only its `java -version` tells.
  Checkout withSilentJdk(String name, String version) {
    executable("jdks/" + name + "/bin/javac", "#!/usr/bin/env bash\n");
    return executable("jdks/" + name + "/bin/java", JAVA.replace("VERSION", version));
  }

  Checkout without(String path) {
    try (Stream<Path> within = Files.walk(folder.resolve(path))) {
      within.sorted(Comparator.reverseOrder()).forEach(Checkout::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Checkout write(String path, String content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// Leaves a note that the stand-ins heed.
  Checkout note(String name, String content) {
    return write("notes/" + name, content);
  }

  Checkout link(Path link, Path target) {
    try {
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// Makes a file or folder look as if it had changed after everything else.
  Checkout touch(String path) {
    return dated(folder.resolve(path), Instant.now().plusSeconds(60));
  }

  Path path(String path) {
    return folder.resolve(path);
  }

  String jdk(String name) {
    return path("jdks/" + name).toString();
  }

  boolean has(String path) {
    return Files.exists(folder.resolve(path));
  }

  /// What a stand-in noted; nothing if it was never called.
  List<String> noted(String name) {
    return has("notes/" + name) ? read(path("notes/" + name)).lines().toList() : List.of();
  }

  Ended run(String... arguments) {
    return run(Map.of(), arguments);
  }

  Ended run(Map<String, String> environment, String... arguments) {
    return end(start(environment, path("root"), path("root/sallyport"), arguments));
  }

  Ended runFrom(Path workingFolder, Path launcher, String... arguments) {
    return end(start(Map.of(), workingFolder, launcher, arguments));
  }

  Process start(String... arguments) {
    return start(Map.of(), path("root"), path("root/sallyport"), arguments);
  }

  Process start(
      Map<String, String> environment, Path workingFolder, Path launcher, String... arguments) {
    var builder =
        new ProcessBuilder(
            Stream.concat(Stream.of(launcher.toString()), Arrays.stream(arguments)).toList());
    builder.directory(workingFolder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin().toString());
    builder.environment().put("HOME", path("home").toString());
    builder.environment().put("JDK_PLACES", path("jdks") + "/*");
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Ended end(Process process) {
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
      if (!process.waitFor(30, SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the launcher hangs");
      }
      return new Ended(process.exitValue(), output, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// How a run of the launcher ended.
  record Ended(int code, String output, String errors) {}

  private Path bin() {
    return folder.resolve("bin");
  }

  private Checkout executable(String path, String script) {
    write(path, script.replace("NOTES", path("notes").toString()));
    return executable(path);
  }

  private Checkout executable(String path) {
    if (!folder.resolve(path).toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot be made executable: " + path);
    }
    return this;
  }

  private void age() {
    try (Stream<Path> within = Files.walk(path("root"))) {
      within.forEach(file -> dated(file, LONG_AGO));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Checkout dated(Path file, Instant instant) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(instant));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path launcher() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .map(folder -> folder.resolve("sallyport"))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow();
  }

  private static Path onThisMachine(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
  }
}
