package dev.sallyport.architecture;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/// The rows of those tables in a Markdown text whose first column has a certain heading.
record MarkdownTable(String heading, List<List<String>> rows) {
  MarkdownTable {
    rows = List.copyOf(rows);
  }

  static MarkdownTable under(String heading, String text) {
    List<List<String>> rows =
        Stream.of(text.split("\n\\s*\n"))
            .map(block ->
                block.lines().dropWhile(line -> !isRow(line)).takeWhile(MarkdownTable::isRow))
            .map(lines -> lines.map(MarkdownTable::cells).toList())
            .filter(table -> !table.isEmpty() && table.getFirst().getFirst().equals(heading))
            .flatMap(table -> table.stream().skip(2))
            .toList();
    return new MarkdownTable(heading, rows);
  }

  /// The first cells that are nothing but a name in backticks, without the backticks.
  List<String> names() {
    return rows.stream()
        .map(List::getFirst)
        .filter(cell -> cell.matches("`[^`]+`"))
        .map(cell -> cell.substring(1, cell.length() - 1))
        .toList();
  }

  /// Rows as they have to be written, ready to be copied.
  static String written(List<List<String>> rows) {
    return rows.stream().map(row -> "| " + String.join(" | ", row) + " |").collect(joining("\n"));
  }

  private static boolean isRow(String line) {
    return line.startsWith("|");
  }

  private static List<String> cells(String row) {
    return Stream.of(row.strip().substring(1).split("\\|")).map(String::strip).toList();
  }
}
