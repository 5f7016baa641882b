package dev.sallyport.bootstrap;

import dev.sallyport.application.port.in.ListTools.Listed;
import dev.sallyport.bootstrap.SchemaRows.Row;
import dev.sallyport.domain.tool.ToolSpec;
import java.io.PrintWriter;
import java.util.List;

/// The tools, for a terminal.
final class ToolsText {
  private ToolsText() {}

  static void write(List<Listed> tools, PrintWriter out) {
    tools.forEach(tool -> write(tool, out));
  }

  private static void write(Listed tool, PrintWriter out) {
    ToolSpec spec = tool.spec();
    out.println(spec.name().value() + ": " + spec.title());
    out.println("  " + spec.purpose());
    line(out, "backend", tool.backend().value());
    ToolWords.alias(spec).ifPresent(alias -> line(out, "also called", alias));
    line(out, "right", plain(ToolWords.right(spec)));
    line(out, "effect", ToolWords.effect(spec));
    line(out, "hints", ToolWords.hints(spec));
    line(out, "weight", ToolWords.weight(spec));
    line(out, "places", ToolWords.places(spec));
    members("takes", SchemaRows.of(tool.inputSchema()), out);
    members("answers", SchemaRows.of(tool.outputSchema()), out);
    out.println();
  }

  private static void members(String what, List<Row> rows, PrintWriter out) {
    line(out, what, rows.isEmpty() ? "nothing" : "");
    for (Row row : rows) {
      String bounds = row.bounds().isEmpty() ? "" : ", " + plain(row.bounds());
      String maybe = row.required() ? "" : ", if at all";
      out.println("    %s (%s%s%s)".formatted(row.name(), row.type(), bounds, maybe));
      if (!row.description().isEmpty()) {
        out.println("      " + plain(row.description()));
      }
    }
  }

  private static void line(PrintWriter out, String what, String text) {
    out.println("  %-13s%s".formatted(what + ":", text).stripTrailing());
  }

  private static String plain(String text) {
    return text.replace("`", "");
  }
}
