/// Measures how soon Sallyport answers after it was started, and how much memory it holds then.
///
/// `./sallyport bench start [--runs N]` measures, writes the record and renders the documents from
/// it; with `--check` it measures nothing and fails if a document differs from its record, or if the
/// record is of a commit that is not in the history. Runs at the root of the checkout.

import java.lang.management.ManagementFactory;

static final Path RECORD = Path.of("docs/benchmarks/start.json");
static final Path DOCUMENT = Path.of("docs/benchmarks.md");
static final Path README = Path.of("README.md");
static final int REQUESTS = 48;
static final Duration LONGEST_START = Duration.ofSeconds(60);
static final Duration LONGEST_STOP = Duration.ofSeconds(30);
static final List<String> TWO_CORES = List.of("taskset", "-c", "0,1");

/// What is compared: with or without the prepared cache, on a new or an existing data folder.
enum Variant {
  CACHE_AND_EXISTING_DATA("with the cache, existing data", true, true),
  CACHE_AND_NEW_DATA("with the cache, new data folder", true, false),
  EXISTING_DATA("without the cache, existing data", false, true),
  NEW_DATA("without the cache, new data folder", false, false);

  final String title;
  final boolean cache;
  final boolean existing;

  Variant(String title, boolean cache, boolean existing) {
    this.title = title;
    this.cache = cache;
    this.existing = existing;
  }
}

/// One start: milliseconds to the first answer, and mebibytes held then and later.
record Sample(long firstAnswer, long memory, long memoryLater) {}

void main(String... arguments) throws Exception {
  switch (List.of(arguments)) {
    case List<String> a when a.isEmpty() -> measure(10);
    case List<String> a when a.size() == 2 && a.get(0).equals("--runs") && a.get(1).matches("[1-9][0-9]?") ->
        measure(Integer.parseInt(a.get(1)));
    case List<String> a when a.equals(List.of("--check")) -> check();
    default -> {
      System.err.println("Usage: ./sallyport bench start [--runs 1..99 | --check]");
      System.exit(2);
    }
  }
}

// ---- Measuring -----------------------------------------------------------------------------------

void measure(int runs) throws Exception {
  Path folder = Files.createTempDirectory("sallyport-bench");
  try {
    boolean pinned = canPin();
    var samples = new EnumMap<Variant, List<Sample>>(Variant.class);
    for (Variant variant : Variant.values()) {
      IO.println("Warming up: " + variant.title);
      start(variant, folder, pinned);
      samples.put(variant, new ArrayList<>());
    }
    // In rounds, so that a busy minute of the machine falls on all alike.
    for (int round = 1; round <= runs; round++) {
      for (Variant variant : Variant.values()) {
        Sample sample = start(variant, folder, pinned);
        samples.get(variant).add(sample);
        IO.println("Round %d of %d, %s: %d ms, %d MiB, then %d MiB".formatted(round, runs,
            variant.title, sample.firstAnswer, sample.memory, sample.memoryLater));
      }
    }
    Files.writeString(RECORD, Json.write(record(runs, pinned, samples)) + "\n");
  } finally {
    delete(folder);
  }
  for (var rendered : rendered().entrySet()) {
    Files.writeString(rendered.getKey(), rendered.getValue());
  }
  IO.println("Wrote " + RECORD + " and what is rendered from it.");
}

/// Starts the launcher as a person would, and stops it again.
Sample start(Variant variant, Path folder, boolean pinned) throws Exception {
  int port = freePort();
  Path data = variant.existing ? folder.resolve(variant.name()) : Files.createTempDirectory(folder, "new");
  Path log = folder.resolve("log");
  var command = new ArrayList<String>(pinned ? TWO_CORES : List.of());
  command.addAll(List.of("./sallyport", "serve", "--port", "" + port, "--data", "" + data));
  var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
  builder.environment().keySet().removeIf(name -> name.startsWith("SALLYPORT_") || name.equals("PORT"));
  builder.environment().remove("NO_AOT");
  if (!variant.cache) {
    builder.environment().put("NO_AOT", "1");
  }
  long began = System.nanoTime();
  Process process = builder.start();
  try {
    awaitAnswer(process, port, began, log);
    long firstAnswer = (System.nanoTime() - began) / 1_000_000;
    Thread.sleep(Duration.ofSeconds(1));
    long memory = residentMebibytes(process.pid());
    for (int request = 0; request < REQUESTS; request++) {
      if (!answers(port)) {
        throw new IllegalStateException("an answer to a later request was not 200");
      }
    }
    long memoryLater = residentMebibytes(process.pid());
    stop(process, log);
    return new Sample(firstAnswer, memory, memoryLater);
  } finally {
    process.destroyForcibly();
  }
}

void awaitAnswer(Process process, int port, long began, Path log) throws Exception {
  while (!answers(port)) {
    if (!process.isAlive() || System.nanoTime() - began > LONGEST_START.toNanos()) {
      throw new IllegalStateException("the server does not answer:\n" + Files.readString(log));
    }
    Thread.sleep(Duration.ofMillis(2));
  }
}

boolean answers(int port) {
  try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
    socket.setSoTimeout(5_000);
    String request = "GET /health/readiness HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.formatted(port).getBytes());
    return new String(socket.getInputStream().readNBytes(12)).equals("HTTP/1.1 200");
  } catch (IOException e) {
    return false; // not there yet
  }
}

/// A server that was asked to stop ends by itself, with the exit code of that signal or none.
void stop(Process process, Path log) throws Exception {
  process.toHandle().destroy();
  if (!process.waitFor(LONGEST_STOP) || (process.exitValue() != 143 && process.exitValue() != 0)) {
    throw new IllegalStateException("the server did not stop in order:\n" + Files.readString(log));
  }
}

long residentMebibytes(long pid) throws Exception {
  Path status = Path.of("/proc/" + pid + "/status");
  String kibibytes =
      Files.exists(status)
          ? first("VmRSS:\\s*(\\d+)", Files.readString(status))
          : output("ps", "-o", "rss=", "-p", "" + pid);
  return Math.round(Long.parseLong(kibibytes.strip()) / 1024.0);
}

boolean canPin() {
  var command = new ArrayList<>(TWO_CORES);
  command.add("true");
  try {
    return new ProcessBuilder(command).start().waitFor() == 0;
  } catch (IOException | InterruptedException e) {
    return false;
  }
}

int freePort() throws IOException {
  try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
    return socket.getLocalPort();
  }
}

void delete(Path folder) throws IOException {
  try (Stream<Path> within = Files.walk(folder)) {
    for (Path file : within.sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(file);
    }
  }
}

// ---- The record ----------------------------------------------------------------------------------

Map<String, Object> record(int runs, boolean pinned, Map<Variant, List<Sample>> samples) throws Exception {
  var record = new LinkedHashMap<String, Object>();
  record.put("date", LocalDate.now(ZoneOffset.UTC).toString());
  record.put("commit", output("git", "rev-parse", "--short=12", "HEAD").strip());
  record.put("uncommittedChanges", !output("git", "status", "--porcelain", "--", ":!docs", ":!README.md").isBlank());
  record.put("machine", machine(pinned));
  record.put("runs", (long) runs);
  record.put("requests", (long) REQUESTS);
  var variants = new LinkedHashMap<String, Object>();
  samples.forEach((variant, taken) -> {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("firstAnswerMillis", summary(taken, Sample::firstAnswer));
    figures.put("memoryMebibytes", summary(taken, Sample::memory));
    figures.put("memoryLaterMebibytes", summary(taken, Sample::memoryLater));
    variants.put(variant.name(), figures);
  });
  record.put("variants", variants);
  return record;
}

Map<String, Object> machine(boolean pinned) throws Exception {
  var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  Path processors = Path.of("/proc/cpuinfo");
  Path release = Path.of("/etc/os-release");
  var machine = new LinkedHashMap<String, Object>();
  machine.put("cores", (long) system.getAvailableProcessors());
  machine.put("pinnedToTwoCores", pinned);
  machine.put("processor", Files.exists(processors)
      ? first("model name\\s*: (.*)", Files.readString(processors))
      : output("sysctl", "-n", "machdep.cpu.brand_string").strip());
  machine.put("memoryGibibytes", Math.round(system.getTotalMemorySize() / (double) (1L << 30)));
  machine.put("system", Files.exists(release)
      ? first("PRETTY_NAME=\"(.*)\"", Files.readString(release))
      : System.getProperty("os.name") + " " + System.getProperty("os.version"));
  machine.put("jdk", System.getProperty("java.vendor") + " " + Runtime.version());
  return machine;
}

Map<String, Object> summary(List<Sample> samples, ToLongFunction<Sample> figure) {
  List<Long> sorted = samples.stream().map(figure::applyAsLong).sorted().toList();
  var summary = new LinkedHashMap<String, Object>();
  summary.put("min", sorted.getFirst());
  summary.put("median", rank(sorted, 0.5));
  summary.put("p90", rank(sorted, 0.9));
  summary.put("max", sorted.getLast());
  return summary;
}

/// The nearest rank: always a figure that was measured, never one in between.
long rank(List<Long> sorted, double part) {
  return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
}

// ---- Documents -----------------------------------------------------------------------------------

void check() throws Exception {
  if (Files.notExists(RECORD)) {
    System.err.println("There is no record " + RECORD + ": ./sallyport bench start makes it.");
    System.exit(1);
  }
  for (var rendered : rendered().entrySet()) {
    if (!Files.readString(rendered.getKey()).equals(rendered.getValue())) {
      System.err.println(rendered.getKey() + " differs from " + RECORD
          + ": figures are not typed but rendered by ./sallyport bench start.");
      System.exit(1);
    }
  }
  String commit = new Figures((Map<?, ?>) Json.read(Files.readString(RECORD))).text("commit");
  if (hasWholeHistory() && exitCode("git", "merge-base", "--is-ancestor", commit, "HEAD") != 0) {
    // said and no more: a history can be joined anew without the program being another
    System.err.println(RECORD + " was measured at commit " + commit
        + ", which is not in the history of this checkout: consider ./sallyport bench start.");
  }
  IO.println("The documents agree with " + RECORD + ".");
}

/// Not without git, nor in a shallow clone, an unpacked archive or a folder of another repository.
boolean hasWholeHistory() throws Exception {
  try {
    return output("git", "rev-parse", "--is-shallow-repository").strip().equals("false")
        && output("git", "rev-parse", "--show-prefix").isBlank()
        && exitCode("git", "rev-parse", "--verify", "--quiet", "HEAD") == 0;
  } catch (IOException | IllegalStateException e) {
    return false;
  }
}

/// What each document must read like, by the record. The README need not have figures.
Map<Path, String> rendered() throws IOException {
  var record = new Figures((Map<?, ?>) Json.read(Files.readString(RECORD)));
  var rendered = new LinkedHashMap<Path, String>();
  rendered.put(DOCUMENT, between("start", table(record), Files.readString(DOCUMENT)));
  if (Files.exists(README) && Files.readString(README).contains("<!-- figures:begin -->")) {
    rendered.put(README, between("figures", sentence(record), Files.readString(README)));
  }
  return rendered;
}

String between(String name, String text, String document) {
  var markers = Pattern.compile("(<!-- %1$s:begin -->\n).*?(<!-- %1$s:end -->)".formatted(name), Pattern.DOTALL);
  var matcher = markers.matcher(document);
  if (!matcher.find()) {
    throw new IllegalStateException("there is no place between markers for " + name);
  }
  return matcher.replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + text + found.group(2)));
}

String table(Figures record) {
  var text = new StringBuilder("""
      Measured on %s at commit `%s`%s: %s starts of each kind on %s with %s cores%s, %s GiB of memory, \
      %s, %s.

      | Start | First answer, median | fastest | 90th percentile | slowest | Memory, median | after %s requests |
      |---|--:|--:|--:|--:|--:|--:|
      """.formatted(
          record.text("date"), record.text("commit"),
          record.is("uncommittedChanges") ? " with changes" : "", record.text("runs"),
          record.text("machine", "processor"), record.text("machine", "cores"),
          record.is("machine", "pinnedToTwoCores") ? ", the server pinned to two of them" : "",
          record.text("machine", "memoryGibibytes"), record.text("machine", "system"),
          record.text("machine", "jdk"), record.text("requests")));
  for (Variant variant : Variant.values()) {
    text.append("| %s | **%s** | %s | %s | %s | %s MiB | %s MiB |\n".formatted(
        variant.title,
        record.seconds(variant, "median"), record.seconds(variant, "min"),
        record.seconds(variant, "p90"), record.seconds(variant, "max"),
        record.memory(variant), record.text("variants", variant.name(), "memoryLaterMebibytes", "median")));
  }
  return text.toString();
}

String sentence(Figures record) {
  return """
      From command to first answer: **%s** (%s without the prepared cache), holding **%s MiB** of memory; \
      median of %s starts on two cores ([how it is measured](docs/benchmarks.md)).
      """.formatted(
          record.seconds(Variant.CACHE_AND_EXISTING_DATA, "median"),
          record.seconds(Variant.EXISTING_DATA, "median"),
          record.memory(Variant.CACHE_AND_EXISTING_DATA), record.text("runs"));
}

/// The record, asked by path.
record Figures(Map<?, ?> record) {
  String text(String... path) {
    Object value = record;
    for (String key : path) {
      value = Objects.requireNonNull(((Map<?, ?>) value).get(key), "the record lacks " + key);
    }
    return value.toString();
  }

  boolean is(String... path) {
    return Boolean.parseBoolean(text(path));
  }

  String seconds(Variant variant, String figure) {
    long millis = Long.parseLong(text("variants", variant.name(), "firstAnswerMillis", figure));
    return "%.2f s".formatted(millis / 1000.0);
  }

  String memory(Variant variant) {
    return text("variants", variant.name(), "memoryMebibytes", "median");
  }
}

// ---- Small things --------------------------------------------------------------------------------

/// As much of JSON as the record needs: objects, texts without escapes, whole numbers, truth.
static final class Json {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(?:(?<sign>[{},:])|\"(?<text>[^\"\\\\]*)\"|(?<number>-?\\d+)|(?<truth>true|false))");

  static String write(Object value) {
    return write(value, "\n");
  }

  private static String write(Object value, String newline) {
    return switch (value) {
      case Map<?, ?> object -> object.entrySet().stream()
          .map(entry -> newline + "  " + write(entry.getKey().toString(), newline) + ": " + write(entry.getValue(), newline + "  "))
          .collect(Collectors.joining(",", "{", newline + "}"));
      case String text when text.matches("[^\"\\\\\\p{Cntrl}]*") -> '"' + text + '"';
      case Long number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> throw new IllegalArgumentException("not for the record: " + value);
    };
  }

  static Object read(String json) {
    Matcher tokens = TOKEN.matcher(json);
    return value(tokens);
  }

  private static Object value(Matcher tokens) {
    next(tokens);
    if (tokens.group("text") != null) {
      return tokens.group("text");
    }
    if (tokens.group("number") != null) {
      return Long.valueOf(tokens.group("number"));
    }
    if (tokens.group("truth") != null) {
      return Boolean.valueOf(tokens.group("truth"));
    }
    return object(tokens);
  }

  private static Map<String, Object> object(Matcher tokens) {
    var object = new LinkedHashMap<String, Object>();
    do {
      String key = (String) value(tokens);
      next(tokens); // the colon
      object.put(key, value(tokens));
      next(tokens);
    } while (tokens.group().strip().equals(","));
    return object;
  }

  private static void next(Matcher tokens) {
    if (!tokens.find()) {
      throw new IllegalArgumentException("the record ends too early");
    }
  }
}

String first(String pattern, String text) {
  return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group(1);
}

int exitCode(String... command) throws Exception {
  return new ProcessBuilder(command)
      .redirectOutput(ProcessBuilder.Redirect.DISCARD)
      .redirectError(ProcessBuilder.Redirect.DISCARD)
      .start()
      .waitFor();
}

String output(String... command) throws Exception {
  Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  String output = new String(process.getInputStream().readAllBytes());
  if (process.waitFor() != 0) {
    throw new IllegalStateException("failed: " + String.join(" ", command));
  }
  return output;
}
