package dev.sallyport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// As many requests as are answered, over so many connections, in turns for each of the callers.
final class Wrk {
  private static final Pattern SUMMARY =
      Pattern.compile("requests=(\\d+) micros=(\\d+) bytes=(\\d+) errors=(\\d+) p99=(\\d+)");

  private Wrk() {}

  static Load run(House house, Path folder, List<byte[]> requests, int connections, Duration time)
      throws IOException {
    Path script = folder.resolve("load.lua");
    Files.writeString(script, script(folder, requests));
    List<String> command = new ArrayList<>(Core.REST.pinned());
    command.addAll(
        List.of(
            "wrk",
            "--threads",
            "1",
            "--connections",
            String.valueOf(connections),
            "--duration",
            time.toSeconds() + "s",
            "--timeout",
            "10s",
            "--script",
            script.toString(),
            "http://127.0.0.1:" + house.port()));
    long cpu = house.cpuMicros();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = process.inputReader().readAllAsString();
    cpu = house.cpuMicros() - cpu;
    Matcher found = SUMMARY.matcher(output);
    if (!found.find()) {
      throw new IllegalStateException("wrk says:\n" + output);
    }
    long answered = Long.parseLong(found.group(1));
    if (Long.parseLong(found.group(4)) > 0) {
      throw new IllegalStateException("not all were answered with 200:\n" + output);
    }
    return new Load(
        answered,
        answered * 1e6 / Long.parseLong(found.group(2)),
        Long.parseLong(found.group(3)) / Math.max(1, answered),
        (double) cpu / answered,
        Long.parseLong(found.group(5)) / 1e3);
  }

  // requests are made once, so that the load has little to do
  private static String script(Path folder, List<byte[]> requests) throws IOException {
    List<String> files = new ArrayList<>();
    for (byte[] request : requests) {
      Path file = folder.resolve("request-" + files.size());
      Files.write(file, request);
      files.add("\"" + file + "\"");
    }
    return """
    local files = {%s}
    local requests, next = {}, 0
    for i, name in ipairs(files) do
      local file = io.open(name, "rb")
      requests[i] = file:read("*a")
      file:close()
    end
    function request()
      next = next %% #requests + 1
      return requests[next]
    end
    function done(summary, latency)
      local e = summary.errors
      print(string.format("requests=%%d micros=%%d bytes=%%d errors=%%d p99=%%d", summary.requests,
        summary.duration, summary.bytes, e.connect + e.read + e.write + e.status + e.timeout,
        latency:percentile(99)))
    end
    """
        .formatted(files.stream().collect(Collectors.joining(", ")));
  }

  /// What came of it.
  ///
  /// @param perSecond answers
  /// @param bytes of each answer, with its head
  /// @param cpu microseconds of the server for each
  /// @param p99 milliseconds
  record Load(long answered, double perSecond, long bytes, double cpu, double p99) {}
}
