package dev.sallyport.application.port.in;

import dev.sallyport.application.Caller;
import dev.sallyport.domain.id.ToolName;
import dev.sallyport.domain.tool.ToolSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Tells which tools a caller may know of.
public interface ListTools {
  /// By name. A tool is listed if nothing that is known before a call stands against it.
  List<Listed> list(Caller caller);

  /// One of the list.
  Optional<Listed> find(Caller caller, ToolName name);

  /// A tool as assistants see it.
  record Listed(ToolSpec spec, String inputSchema, String outputSchema) {
    public Listed {
      Objects.requireNonNull(spec);
      Objects.requireNonNull(inputSchema);
      Objects.requireNonNull(outputSchema);
    }
  }
}
