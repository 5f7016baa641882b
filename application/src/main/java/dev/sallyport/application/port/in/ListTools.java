package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import dev.sallyport.domain.id.BackendId;
import dev.sallyport.domain.id.BackendKind;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tool.ToolSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Tells which tools a caller may know of.
public interface ListTools {
  /// By name. A tool is listed if nothing that is known before a call stands against it.
  Listing listing(Caller caller);

  /// The same from memory alone, for threads that must not wait; empty where that does not suffice.
  Optional<Listing> remembered(Caller caller);

  /// One of the list, by either spelling of its name.
  Optional<Listed> find(Caller caller, ToolName name);

  /// Every tool there is, by name: for the house itself and its documents, and for no caller.
  List<Listed> all();

  default List<Listed> list(Caller caller) {
    return listing(caller).tools();
  }

  /// A list that stays the same thing as long as it is the same list, so that whoever made
  /// something of it need not do so again.
  final class Listing {
    private final List<Listed> tools;

    public Listing(List<Listed> tools) {
      this.tools = List.copyOf(tools);
    }

    public List<Listed> tools() {
      return tools;
    }
  }

  /// A tool as assistants see it, and whose it is.
  record Listed(
      ToolSpec spec, BackendId backend, BackendKind kind, String inputSchema, String outputSchema) {
    public Listed {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(spec);
      Objects.requireNonNull(backend);
      Objects.requireNonNull(kind);
      Objects.requireNonNull(inputSchema);
      Objects.requireNonNull(outputSchema);
    }
  }
}
