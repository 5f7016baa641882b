package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.bootstrap.SchemaRows.Row;
import dev.sallyport.domain.tool.ToolSpec;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The tools, for the documentation: by kind of backend, then by name.
final class ToolsPage {
  private ToolsPage() {}

  static void write(List<Listed> tools, PrintWriter out) {
    tools.stream()
        .collect(
            Collectors.groupingBy(tool -> tool.kind().value(), TreeMap::new, Collectors.toList()))
        .forEach((kind, its) -> {
          out.println("## Of `%s`".formatted(kind));
          out.println();
          its.forEach(tool -> write(tool, out));
        });
  }

  private static void write(Listed tool, PrintWriter out) {
    ToolSpec spec = tool.spec();
    out.println("### `%s`".formatted(spec.name().value()));
    out.println();
    out.println("**%s.** %s".formatted(spec.title(), spec.purpose()));
    out.println();
    row(out, "", "");
    row(out, "---", "---");
    ToolWords.alias(spec).ifPresent(alias -> row(out, "Also called", "`%s`".formatted(alias)));
    row(out, "Right", ToolWords.right(spec));
    row(out, "Effect", ToolWords.effect(spec));
    row(out, "Hints", ToolWords.hints(spec));
    row(out, "Weight", ToolWords.weight(spec));
    row(out, "Places", ToolWords.places(spec));
    out.println();
    members("Takes", SchemaRows.of(tool.inputSchema()), out);
    members("Answers", SchemaRows.of(tool.outputSchema()), out);
  }

  private static void members(String what, List<Row> rows, PrintWriter out) {
    if (rows.isEmpty()) {
      out.println(what + " nothing.");
    } else {
      row(out, what, "Type", "Always", "Bounds", "What it is");
      row(out, "---", "---", "---", "---", "---");
      for (Row row : rows) {
        row(
            out,
            "`%s`".formatted(row.name()),
            row.type(),
            row.required() ? "yes" : "no",
            row.bounds(),
            row.description());
      }
    }
    out.println();
  }

  // a bar, as patterns have, would end its cell
  private static void row(PrintWriter out, String... cells) {
    out.println(
        Arrays.stream(cells)
            .map(cell -> cell.isEmpty() ? " " : " " + cell.replace("|", "\\|") + " ")
            .collect(Collectors.joining("|", "|", "|")));
  }
}
