/// Renders what `./sallyport bench gate` or `mcp` has measured into the documents, or checks that
/// they agree.
///
/// Runs at the root of the checkout. The record is written by the benchmarks module: JSON, with one
/// figure on each line, so that it is read here without a library.

static final Path DOCUMENT = Path.of("docs/benchmarks.md");
static final Pattern FIGURE =
    Pattern.compile("\\{\"of\": \"([^\"]*)\", \"what\": \"([^\"]*)\", \"figure\": \"([^\"]*)\", \"aim\": \"([^\"]*)\"}");
static final Pattern FACT = Pattern.compile("^  \"([a-z]+)\": \"([^\"]*)\",$", Pattern.MULTILINE);

void main(String... arguments) throws Exception {
  List<String> given = List.of(arguments);
  if (given.isEmpty() || given.size() > 2 || !given.getFirst().matches("[a-z]+")
      || (given.size() == 2 && !given.getLast().equals("--check"))) {
    fail("Usage: java .ci/bench/Tables.java gate|mcp [--check]");
  }
  String name = given.getFirst();
  Path record = Path.of("docs/benchmarks", name + ".json");
  if (Files.notExists(record)) {
    fail("There is no record " + record + ": ./sallyport bench " + name + " makes it.");
  }
  String document = Files.readString(DOCUMENT);
  String rendered = rendered(name, Files.readString(record), document);
  if (given.size() == 1) {
    Files.writeString(DOCUMENT, rendered);
  } else if (rendered.equals(document)) {
    IO.println("The documents agree with " + record + ".");
  } else {
    fail(DOCUMENT + " differs from " + record
        + ": figures are not typed but rendered by ./sallyport bench " + name + ".");
  }
}

String rendered(String name, String record, String document) {
  var place = Pattern.compile(
      "(<!-- %1$s:begin -->\n).*?(<!-- %1$s:end -->)".formatted(name), Pattern.DOTALL).matcher(document);
  if (!place.find()) {
    fail("There is no place between markers for " + name + " in " + DOCUMENT);
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
