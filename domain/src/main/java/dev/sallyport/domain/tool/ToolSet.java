package dev.sallyport.domain.tool;

import dev.sallyport.domain.id.ClientId;
import dev.sallyport.domain.id.ToolName;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The tools that some clients are offered, of all there are.
///
/// @param name what operators call it
/// @param tools names, or beginnings of names that end in `*`
public record ToolSet(String name, Set<ClientId> clients, List<String> tools) {
  /// What is offered to every client that stands in no set.
  public static final ToolSet EVERYTHING = new ToolSet("everything", Set.of(), List.of("*"));

  public ToolSet {
    Objects.requireNonNull(name);
    clients = Set.copyOf(clients);
    tools = List.copyOf(tools);
  }

  public boolean holds(ToolName tool) {
    for (String pattern : tools) {
      if (tool.fits(pattern)) {
        return true;
      }
    }
    return false;
  }
}
