/// Renders what `./sallyport bench gate` has measured into the documents, or checks that they agree.
///
/// Runs at the root of the checkout. The record is written by the benchmarks module: JSON, with one
/// figure on each line, so that it is read here without a library.

static final Path RECORD = Path.of("docs/benchmarks/gate.json");
static final Path DOCUMENT = Path.of("docs/benchmarks.md");
static final Pattern FIGURE =
    Pattern.compile("\\{\"of\": \"([^\"]*)\", \"what\": \"([^\"]*)\", \"figure\": \"([^\"]*)\", \"aim\": \"([^\"]*)\"}");
static final Pattern FACT = Pattern.compile("^  \"([a-z]+)\": \"([^\"]*)\",$", Pattern.MULTILINE);
static final Pattern PLACE =
    Pattern.compile("(<!-- gate:begin -->\n).*?(<!-- gate:end -->)", Pattern.DOTALL);

void main(String... arguments) throws Exception {
  if (Files.notExists(RECORD)) {
    fail("There is no record " + RECORD + ": ./sallyport bench gate makes it.");
  }
  String document = Files.readString(DOCUMENT);
  String rendered = rendered(Files.readString(RECORD), document);
  switch (List.of(arguments)) {
    case List<String> a when a.isEmpty() -> Files.writeString(DOCUMENT, rendered);
    case List<String> a when a.equals(List.of("--check")) -> {
      if (!rendered.equals(document)) {
        fail(DOCUMENT + " differs from " + RECORD
            + ": figures are not typed but rendered by ./sallyport bench gate.");
      }
      IO.println("The documents agree with " + RECORD + ".");
    }
    default -> fail("Usage: java .ci/bench/Gate.java [--check]");
  }
}

String rendered(String record, String document) {
  var place = PLACE.matcher(document);
  if (!place.find()) {
    fail("There is no place between markers for the gate in " + DOCUMENT);
  }
  String table = table(record);
  return place.replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + table + found.group(2)));
}

String table(String record) {
  var facts = new HashMap<String, String>();
  FACT.matcher(record).results().forEach(fact -> facts.put(fact.group(1), fact.group(2)));
  var text = new StringBuilder("Measured on %s at commit `%s` in a %s run: %s.\n".formatted(
      facts.get("date"), facts.get("commit"), facts.get("run"), facts.get("machine")));
  String of = "";
  for (var figure : FIGURE.matcher(record).results().toList()) {
    if (!figure.group(1).equals(of)) {
      of = figure.group(1);
      text.append("\n| %s | Measured | Aim |\n|---|--:|--:|\n".formatted(of));
    }
    text.append("| %s | **%s** | %s |\n".formatted(figure.group(2), figure.group(3), figure.group(4)));
  }
  return text.toString();
}

void fail(String why) {
  System.err.println(why);
  System.exit(1);
}
