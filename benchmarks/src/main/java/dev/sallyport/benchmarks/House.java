package dev.sallyport.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server in a process of its own, on a core of its own.
record House(Process process, int port) implements AutoCloseable {
  static final String OPEN = "is open at http://localhost:";

  static final String SPACE = "space-1";

  private static final Path SHIPPED = Path.of("bootstrap/target/sallyport").toAbsolutePath();
  private static final Path OURS = Path.of("benchmarks/target/classes").toAbsolutePath();
  private static final Pattern PORT = Pattern.compile("is open at http://[^ ]+:(\\d+)");
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(40);
  // clock ticks of the kernel, which have been a hundred a second for long
  private static final long TICK_MICROS = 10_000;
  // its place among the fields after the name, proc(5)
  private static final int UTIME = 11;

  /// The packaged product, with the library among its backends.
  static House serving(Path folder, Map<String, String> settings) throws IOException {
    return start(
        folder, settings, product(), "serve", "--port", "0", "--data", folder.resolve("data") + "");
  }

  static House bare(Path folder, Path answer) throws IOException {
    return start(
        folder,
        Map.of(),
        List.of("-cp", System.getProperty("java.class.path"), BareNetty.class.getName()),
        answer.toString());
  }

  private static List<String> product() {
    return List.of(
        "-cp",
        String.join(
            File.pathSeparator,
            SHIPPED.resolve("sallyport.jar").toString(),
            SHIPPED.resolve("lib") + File.separator + "*",
            OURS.toString()),
        "dev.sallyport.bootstrap.Main");
  }

  private static House start(
      Path folder, Map<String, String> settings, List<String> program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(Core.SERVER.pinned());
    command.addAll(java(program, arguments));
    Path log = Files.createTempFile(folder, "house", ".log");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    clean(builder, settings);
    Process process = builder.start();
    return new House(process, awaitOpen(process, log));
  }

  private static List<String> java(List<String> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + SHIPPED.resolve("jvm.options"));
    command.addAll(program);
    command.addAll(List.of(arguments));
    return command;
  }

  private static void clean(ProcessBuilder builder, Map<String, String> settings) {
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("SALLYPORT") || name.equals("PORT"));
    builder.environment().putAll(settings);
  }

  private static int awaitOpen(Process process, Path log) throws IOException {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      Matcher open = PORT.matcher(Files.readString(log));
      if (open.find()) {
        return Integer.parseInt(open.group(1));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    process.destroyForcibly();
    throw new IllegalStateException("the server did not open:\n" + Files.readString(log));
  }

  /// A key of a person who reaches all of the library, made beside the running server.
  static String key(Path folder, Map<String, String> settings, String person) throws IOException {
    var builder =
        new ProcessBuilder(
            java(
                product(),
                "keys",
                "create",
                "--person",
                person,
                "--name",
                "bench",
                "--reach",
                "library=" + SPACE,
                "--data",
                folder.resolve("data") + ""));
    clean(builder, settings);
    Process making = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return making
        .inputReader()
        .lines()
        .filter(line -> line.startsWith("sp_"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no key was made"));
  }

  /// What it has used of its core so far.
  long cpuMicros() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return (Long.parseLong(fields.get(UTIME)) + Long.parseLong(fields.get(UTIME + 1)))
        * TICK_MICROS;
  }

  /// What it holds in RAM.
  long residentMebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
        .sum();
  }

  /// What is left on its heap after everything was thrown away that nobody needs.
  long liveMebibytes() throws IOException {
    jcmd("GC.run");
    Matcher used = Pattern.compile("total \\d+K, used (\\d+)K").matcher(jcmd("GC.heap_info"));
    long kibibytes = 0;
    while (used.find()) {
      kibibytes += Long.parseLong(used.group(1));
    }
    return kibibytes / 1_024;
  }

  private String jcmd(String question) throws IOException {
    Process asked =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                process.pid() + "",
                question)
            .redirectErrorStream(true)
            .start();
    return asked.inputReader().readAllAsString();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_STOP)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
