package dev.sallyport.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The scripts of the folder `conformance`, each run to its end.
final class Rig {
  private static final Path SCRIPT = Path.of("../conformance/run").toAbsolutePath().normalize();
  private static final Path LOGS = Path.of("target/conformance").toAbsolutePath();
  private static final int PATIENCE_MINUTES = 10;

  /// How a script ended and all that it said.
  record End(int exitCode, String output) {}

  private Rig() {}

  static End suites(OpenDoor door) throws InterruptedException {
    return run("suites", door, "suites", door.url().toString(), "--out", LOGS.toString());
  }

  static End client(String name, OpenDoor door) throws InterruptedException {
    return run(name, door, "clients", door.url().toString(), name);
  }

  static End check() throws InterruptedException {
    return run("check", Map.of(), List.of("check"));
  }

  private static End run(String name, OpenDoor door, String... arguments)
      throws InterruptedException {
    return run(name, Map.of("MCP_TOKEN", door.token()), List.of(arguments));
  }

  private static End run(String name, Map<String, String> environment, List<String> arguments)
      throws InterruptedException {
    Path log = LOGS.resolve(name + ".txt");
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(arguments);
    try {
      Files.createDirectories(LOGS);
      var builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      return new End(exitCode(builder.start()), Files.readString(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int exitCode(Process process) throws InterruptedException {
    try {
      return process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
