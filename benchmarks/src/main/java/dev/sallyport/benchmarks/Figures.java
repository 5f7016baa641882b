package dev.sallyport.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// All figures of one run, and the machine they were measured on.
final class Figures {
  private final Path file;
  private final String run;
  private final List<Figure> figures = new ArrayList<>();

  /// @param name of the record
  Figures(String name, String run) {
    this.file = Path.of("docs/benchmarks", name + ".json");
    this.run = run;
  }

  void add(String of, String what, String figure, String aim) {
    figures.add(new Figure(of, what, figure, aim));
    System.out.printf("%s: %s: %s (aim: %s)%n", of, what, figure, aim);
  }

  void write() throws IOException, InterruptedException {
    String lines =
        figures.stream()
            .map(it ->
                "    {\"of\": \"%s\", \"what\": \"%s\", \"figure\": \"%s\", \"aim\": \"%s\"}"
                    .formatted(it.of(), it.what(), it.figure(), it.aim()))
            .collect(Collectors.joining(",\n"));
    Files.writeString(
        file,
        """
        {
          "date": "%s",
          "commit": "%s",
          "run": "%s",
          "machine": "%s",
          "figures": [
        %s
          ]
        }
        """
            .formatted(
                LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC),
                commit(),
                run,
                machine(),
                lines));
  }

  private static String commit() throws IOException, InterruptedException {
    Process git = new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD").start();
    String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return git.waitFor() == 0 ? commit : "unknown";
  }

  private static String machine() throws IOException {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return "%s with %d cores, %d GiB of memory, load %.1f at the end, %s"
        .formatted(
            line("/proc/cpuinfo", "model name\\s*: (.*)"),
            cores(),
            Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
            system.getSystemLoadAverage(),
            System.getProperty("java.vendor") + " " + Runtime.version());
  }

  /// Of the machine, wherever this process may run.
  private static long cores() throws IOException {
    Path path = Path.of("/proc/cpuinfo");
    return Files.notExists(path)
        ? Runtime.getRuntime().availableProcessors()
        : Files.readAllLines(path).stream().filter(it -> it.startsWith("processor")).count();
  }

  private static String line(String file, String pattern) throws IOException {
    Path path = Path.of(file);
    return Files.notExists(path)
        ? System.getProperty("os.name")
        : Pattern.compile(pattern)
            .matcher(Files.readString(path))
            .results()
            .map((MatchResult found) -> found.group(1))
            .findFirst()
            .orElse("unknown");
  }

  private record Figure(String of, String what, String figure, String aim) {}
}
