package dev.sallyport.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The command line in a process of its own, with real signals, exit codes and output.
final class HouseProcess implements AutoCloseable {
  private static final Pattern OPEN = Pattern.compile("is open at http://[^ ]+:(\\d+)");
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private final Thread reader;
  private volatile int port;

  private HouseProcess(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().start(this::read);
  }

  static HouseProcess run(Path folder, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("dev.sallyport.bootstrap.Main");
    command.addAll(List.of(arguments));
    return start(folder, environment, command);
  }

  /// The same for any other way to run the house.
  static HouseProcess start(Path folder, Map<String, String> environment, List<String> command) {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("SALLYPORT") || name.equals("PORT"));
    builder.environment().putAll(environment);
    try {
      return new HouseProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Serves on a free port and waits until it is open.
  static HouseProcess serve(Path folder, Map<String, String> environment)
      throws InterruptedException {
    HouseProcess house =
        run(
            folder,
            environment,
            "serve",
            "--port",
            "0",
            "--data",
            folder.resolve("data").toString());
    house.awaitOpen();
    return house;
  }

  void awaitOpen() throws InterruptedException {
    if (!open.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      close();
      throw new IllegalStateException(output());
    }
  }

  /// Waits until a line with this text was written.
  void awaitLine(String text) throws InterruptedException {
    synchronized (lines) {
      while (lines.stream().noneMatch(line -> line.contains(text))) {
        if (!process.isAlive()) {
          throw new IllegalStateException(output());
        }
        lines.wait(1_000);
      }
    }
  }

  int port() {
    return port;
  }

  Wire wire() {
    return new Wire("127.0.0.1", port);
  }

  /// SIGTERM; the process's own method would also close its output before we have read it.
  void terminate() {
    process.toHandle().destroy();
  }

  /// SIGKILL, and waits until it is gone.
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  /// How it ended, once it has.
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running: " + output());
    }
    reader.join();
    return process.exitValue();
  }

  String output() {
    synchronized (lines) {
      return lines.stream().collect(Collectors.joining("\n"));
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void read() {
    try (BufferedReader out = process.inputReader()) {
      for (Optional<String> line = next(out); line.isPresent(); line = next(out)) {
        note(line.get());
      }
    } catch (IOException e) {
      note("output ended: " + e);
    }
  }

  private static Optional<String> next(BufferedReader out) throws IOException {
    return Optional.ofNullable(out.readLine());
  }

  private void note(String line) {
    synchronized (lines) {
      lines.add(line);
      lines.notifyAll();
    }
    var found = OPEN.matcher(line);
    if (found.find()) {
      port = Integer.parseInt(found.group(1));
      open.countDown();
    }
  }
}
