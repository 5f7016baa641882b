package dev.sallyport.bootstrap;

import dev.sallyport.adapters.kit.text.Meant;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tool.ToolSet;
import dev.sallyport.domain.tool.ToolSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an operator probably did not mean with a tool set. Nothing of it stops a start: which tools
/// there are depends on the backends, and one that is missing keeps nothing from being safe.
final class ToolSetNotes {
  private ToolSetNotes() {}

  static List<String> of(ToolSets sets, List<ToolName> tools) {
    List<String> notes = new ArrayList<>();
    for (ToolSet set : sets.all()) {
      set.tools().stream()
          .filter(pattern -> tools.stream().noneMatch(tool -> tool.fits(pattern)))
          .map(pattern -> note(set, pattern, tools))
          .forEach(notes::add);
      if (tools.stream().noneMatch(set::holds)) {
        notes.add(
            "The tool set `%s` holds no tool there is, so its clients are offered none"
                .formatted(set.name()));
      }
    }
    return List.copyOf(notes);
  }

  private static String note(ToolSet set, String pattern, List<ToolName> tools) {
    return "The tool set `%s` names `%s`, and no tool is called so%s"
        .formatted(
            set.name(),
            pattern,
            meant(pattern, tools).map("; did you mean `%s`?"::formatted).orElse(""));
  }

  /// A tool is known in a set by the name that it has here, however lists spell it.
  private static Optional<String> meant(String pattern, List<ToolName> tools) {
    return Meant.by(pattern, tools.stream().map(ToolName::value).toList());
  }
}
